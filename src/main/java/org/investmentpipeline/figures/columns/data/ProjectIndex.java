package org.investmentpipeline.figures.columns.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Numbers projects from 0 up. Their ids come from a sequence, so most of them index an array; far ones are in a map. */
public final class ProjectIndex {
    private static final int NONE = -1;
    private static final int ROOM = 4096;

    private int[] byId = new int[0];
    private final Map<Long, Integer> far = new HashMap<>();
    private int size;

    /** The number of a project, or -1. */
    public int find(long id) {
        if (id >= 0 && id < byId.length) {
            return byId[(int) id];
        }
        return far.getOrDefault(id, NONE);
    }

    /** The number of a project that has none yet. */
    public int add(long id) {
        var number = size++;
        if (id < 0 || id >= ROOM + 8L * number) {
            far.put(id, number);
            return number;
        }
        if (id >= byId.length) {
            grow((int) id);
        }
        byId[(int) id] = number;
        return number;
    }

    private void grow(int id) {
        var before = byId.length;
        byId = Arrays.copyOf(byId, id + id / 4 + ROOM);
        Arrays.fill(byId, before, byId.length, NONE);
        far.entrySet().removeIf(entry -> {
            var isNear = entry.getKey() >= 0 && entry.getKey() < byId.length;
            if (isNear) {
                byId[entry.getKey().intValue()] = entry.getValue();
            }
            return isNear;
        });
    }

    public int size() {
        return size;
    }

    public long bytes() {
        return (long) byId.length * Integer.BYTES + far.size() * 80L;
    }
}

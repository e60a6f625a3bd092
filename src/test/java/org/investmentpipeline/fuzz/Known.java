package org.investmentpipeline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What answers have told so far: ids, codes, cursors and ETags, by where they belong. With these, requests made of the contract
 * reach beyond "there is no such thing".
 */
final class Known {
    private static final int MOST = 200;
    private static final String PROJECTS = "projects";

    /** The first user is the one who asks, and shall stay so. */
    private static final String WHO_ASKS = "admin";

    /** Members that name something in another list. */
    private static final Map<String, String> REFERENCES = Map.of(
            "sector", "sectors",
            "zone", "zones",
            "zones", "zones",
            "department", "departments",
            "ownDepartment", "departments",
            "ownSector", "sectors",
            "parent", "departments",
            "size", "size-tiers",
            "cursor", "next");

    private static final Set<String> NAMES = Set.of("id", "code", "username");

    private final Random random;
    private final Map<String, List<JsonNode>> values = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();

    /** Projects that have what it takes to move, as they were last seen. */
    private final Set<JsonNode> movable = new LinkedHashSet<>();

    /** The latest move of each project that moved. */
    private final Map<JsonNode, JsonNode> moves = new LinkedHashMap<>();

    /** The project whose move is asked for. */
    private @Nullable JsonNode moved;

    Known(Random random) {
        this.random = random;
    }

    /** Something known that a member or parameter may name, where there is something. */
    @Nullable
    JsonNode of(String path, String name) {
        if (path.endsWith("{moveId}") && !moves.isEmpty()) {
            moved = name.equals("id") ? pick(List.copyOf(moves.keySet())) : moved;
            return name.equals("moveId") ? moves.get(moved) : name.equals("id") ? moved : null;
        }
        if (path.endsWith("/moves")) {
            return pick(List.copyOf(movable));
        }
        if (name.equals("investor") || name.equals("id") && path.isEmpty()) {
            return pick("investor/id");
        }
        var reference = REFERENCES.get(name);
        if (reference != null) {
            return pick(reference.equals("next") ? list(path) + "/next" : reference + "/code");
        }
        return NAMES.contains(name) && !path.isEmpty() ? pick(list(path) + "/" + name) : null;
    }

    /** The ETag that was last seen of a resource. */
    @Nullable
    String tag(String address) {
        return tags.get(address);
    }

    /** Learns from a successful answer. */
    void learn(String path, String address, JsonNode body, @Nullable String tag) {
        if (tag != null) {
            tags.put(address, tag);
        }
        learn(list(path), body);
        body.path("items").forEach(item -> learn(list(path), item));
        if (body.path("next").isTextual()) {
            keep(list(path) + "/next", body.get("next"));
        }
    }

    private void learn(String list, JsonNode item) {
        NAMES.forEach(name -> {
            var value = item.path(name);
            if (value.isValueNode() && !value.asText().equals(WHO_ASKS)) {
                keep(list + "/" + name, value);
            }
        });
        if (list.equals(PROJECTS)) {
            movable.remove(item.path("id"));
            if (item.path("status").asText().equals("ACTIVE")
                    && item.path("investment").isObject()
                    && !item.path("stage").asText().equals("COMPLETED")) {
                movable.add(item.path("id"));
            }
            item.path("moves").forEach(move -> moves.put(item.path("id"), move.path("id")));
            if (item.path("investor").path("id").isNumber()) {
                keep("investor/id", item.path("investor").path("id"));
            }
        }
    }

    private void keep(String where, JsonNode value) {
        var kept = values.computeIfAbsent(where, any -> new ArrayList<>());
        if (kept.size() >= MOST) {
            kept.remove(random.nextInt(kept.size()));
        }
        kept.add(value);
    }

    private @Nullable JsonNode pick(String where) {
        return pick(values.getOrDefault(where, List.of()));
    }

    private @Nullable JsonNode pick(List<JsonNode> kept) {
        return kept.isEmpty() ? null : kept.get(random.nextInt(kept.size()));
    }

    /** The first part of a path below the version: the list that its things are of. */
    private static String list(String path) {
        var parts = path.split("/", -1);
        return parts.length > 3 ? parts[3] : "";
    }
}

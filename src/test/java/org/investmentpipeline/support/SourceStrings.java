package org.investmentpipeline.support;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The strings of a source file, those of annotations too, as the compiler reads them. Parts that are concatenated are one more string, with
 * a gap for each part that is no literal.
 */
public record SourceStrings(Source source, List<String> all) {
    private static final Path SOURCES = Path.of("src/main/java/org/investmentpipeline");
    private static final String GAP = "…";

    /**
     * A source file.
     *
     * @param owner the package below the base package that it belongs to, sub-packages included
     * @param name of the file, without its ending
     */
    public record Source(String owner, String name, String text) {}

    /** The strings of all sources of the product. */
    public static List<SourceStrings> ofTheProduct() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var sources = new ArrayList<Source>();
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var owner = SOURCES.relativize(file).getName(0).toString();
                var name = file.getFileName().toString().replace(".java", "");
                sources.add(new Source(owner, name, Files.readString(file)));
            }
            return of(sources);
        }
    }

    public static List<SourceStrings> of(List<Source> sources) {
        var found = new ArrayList<SourceStrings>();
        var units = parsed(sources).iterator();
        for (var source : sources) {
            var strings = new ArrayList<String>();
            new StringScanner().scan(units.next(), strings);
            found.add(new SourceStrings(source, strings));
        }
        return found;
    }

    private static class StringScanner extends TreeScanner<@Nullable Void, List<String>> {
        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, List<String> found) {
            if (literal.getValue() instanceof String text) {
                found.add(text);
            }
            return null;
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree operation, List<String> found) {
            if (operation.getKind() == Tree.Kind.PLUS) {
                found.add(joined(operation));
            }
            return super.visitBinary(operation, found);
        }
    }

    private static String joined(Tree part) {
        if (part instanceof LiteralTree literal) {
            return String.valueOf(literal.getValue());
        }
        if (part instanceof ParenthesizedTree inner) {
            return joined(inner.getExpression());
        }
        return part instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS
                ? joined(sum.getLeftOperand()) + joined(sum.getRightOperand())
                : GAP;
    }

    private static Iterable<? extends CompilationUnitTree> parsed(List<Source> sources) {
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "tests run on a JDK");
        var files = sources.stream().map(SourceStrings::file).toList();
        try {
            return ((JavacTask) compiler.getTask(null, null, null, List.of(), null, files)).parse();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static JavaFileObject file(Source source) {
        return new SimpleJavaFileObject(URI.create("string:///" + source.name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source.text;
            }
        };
    }
}

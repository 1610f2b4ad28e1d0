package org.exoattribution.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The smallest expression of a source in which all of some names occur, however it is laid out: a
 * call, an operator with its operands, or a choice between two.
 *
 * @param names with spaces between; before a colon the method that the expression stands in
 */
record ExpressionNaming(String names) implements Mutation.Place {
  private static final Pattern OPERAND = Pattern.compile("\\$([0-9])");

  @Override
  public String replaced(String source, String to) throws IOException {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, null, null, List.of(new Source(source)));
    CompilationUnitTree unit = task.parse().iterator().next();
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    List<ExpressionTree> found = new ArrayList<>();
    new Smallest(found).scan(unit, null);
    assertThat(found).as("the smallest expressions that name %s", names).hasSize(1);
    ExpressionTree expression = found.get(0);
    String changed =
        OPERAND
            .matcher(to)
            .replaceAll(
                operand -> {
                  Tree tree = operands(expression).get(Integer.parseInt(operand.group(1)) - 1);
                  return Matcher.quoteReplacement(
                      source.substring(start(positions, unit, tree), end(positions, unit, tree)));
                });
    return source.substring(0, start(positions, unit, expression))
        + changed
        + source.substring(end(positions, unit, expression));
  }

  private static int start(SourcePositions positions, CompilationUnitTree unit, Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private static int end(SourcePositions positions, CompilationUnitTree unit, Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  private static List<Tree> operands(ExpressionTree expression) {
    if (expression instanceof MethodInvocationTree call) {
      return List.copyOf(call.getArguments());
    }
    if (expression instanceof BinaryTree binary) {
      return List.of(binary.getLeftOperand(), binary.getRightOperand());
    }
    if (expression instanceof ConditionalExpressionTree choice) {
      return List.of(
          choice.getCondition(), choice.getTrueExpression(), choice.getFalseExpression());
    }
    return List.of(((UnaryTree) expression).getExpression());
  }

  /** Keeps the expressions that have all names, and no part that has them all. */
  private final class Smallest extends TreeScanner<Void, Void> {
    private final List<ExpressionTree> found;
    private final Set<String> wanted;
    private final String method;
    private String in = "";

    Smallest(List<ExpressionTree> found) {
      this.found = found;
      int colon = names.indexOf(':');
      method = colon < 0 ? "" : names.substring(0, colon);
      wanted = Set.of(names.substring(colon + 1).strip().split(" ", -1));
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
      in = tree.getName().toString();
      return super.visitMethod(tree, null);
    }

    @Override
    public Void scan(Tree tree, Void nothing) {
      int before = found.size();
      super.scan(tree, null);
      boolean candidate =
          tree instanceof MethodInvocationTree
              || tree instanceof BinaryTree
              || tree instanceof ConditionalExpressionTree
              || tree instanceof UnaryTree;
      if (candidate
          && found.size() == before
          && (method.isEmpty() || method.equals(in))
          && namesIn(tree).containsAll(wanted)) {
        found.add((ExpressionTree) tree);
      }
      return null;
    }
  }

  private static Set<String> namesIn(Tree tree) {
    Set<String> names = new HashSet<>();
    new Names().scan(tree, names);
    return names;
  }

  private static final class Names extends TreeScanner<Void, Set<String>> {
    @Override
    public Void visitIdentifier(IdentifierTree each, Set<String> found) {
      found.add(each.getName().toString());
      return super.visitIdentifier(each, found);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree each, Set<String> found) {
      found.add(each.getIdentifier().toString());
      return super.visitMemberSelect(each, found);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree each, Set<String> found) {
      found.add(each.getName().toString());
      return super.visitMemberReference(each, found);
    }

    @Override
    public Void visitLiteral(LiteralTree each, Set<String> found) {
      found.add(String.valueOf(each.getValue()));
      return super.visitLiteral(each, found);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

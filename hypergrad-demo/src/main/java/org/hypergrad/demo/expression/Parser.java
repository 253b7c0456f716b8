package org.hypergrad.demo.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hypergrad.demo.expression.Token.Kind;

/// A recursive-descent parser: one method per rule of the grammar, and no step back.
///
/// ```
/// program    = [statement] {separator [statement]}
/// statement  = [NAME ("=" | "+=" | "-=" | "*=" | "/=")] expression
/// expression = sum [("==" | "!=" | "<" | "<=" | ">" | ">=") sum]
/// sum        = product {("+" | "-") product}
/// product    = sign {("*" | "/" | "@") sign}
/// sign       = ("-" | "+") sign | power
/// power      = primary [("**" | "^") sign]
/// primary    = NUMBER | list | NAME | call | "(" expression ")"
/// call       = NAME "(" [argument {"," argument}] ")"
/// argument   = NAME "=" literal | expression
/// literal    = ["-" | "+"] (NUMBER | "inf" | "nan") | NAME | list
/// list       = "[" [literal {"," literal}] "]"
/// ```
final class Parser {
  /// How deep parentheses, calls and signs may be nested: far beyond what anybody types, well
  /// within the stack.
  private static final int MAX_DEPTH = 200;

  /// Words that are numbers where no variable can stand.
  private static final Map<String, Double> NOT_FINITE =
      Map.of("inf", Double.POSITIVE_INFINITY, "nan", Double.NaN);

  private final String source;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private Parser(String source, int start) {
    this.source = source;
    this.tokens = Lexer.tokens(source, start);
  }

  /// The program in a source.
  static Program program(String source) {
    return new Parser(source, 0).program();
  }

  /// The value that stands alone in a source, from `start` to its end.
  static Literal literal(String source, int start) {
    Parser parser = new Parser(source, start);
    Literal literal = parser.literal();
    if (parser.peek().kind() != Kind.END) {
      throw parser.unexpected("nothing more");
    }
    return literal;
  }

  private Program program() {
    List<Statement> statements = new ArrayList<>();
    while (peek().kind() != Kind.END) {
      if (peek().kind() == Kind.SEPARATOR) {
        next++;
        continue;
      }
      statements.add(statement());
      if (peek().kind() != Kind.SEPARATOR && peek().kind() != Kind.END) {
        throw unexpected("an operator");
      }
    }
    if (statements.isEmpty()) {
      throw new ExpressionException("there is no expression", source, 0);
    }
    return new Program(source, statements);
  }

  private Statement statement() {
    Token first = peek();
    Token second = first.kind() == Kind.NAME ? tokens.get(next + 1) : first;
    boolean assigns = second.is("=");
    boolean updates = second.text().matches("[-+*/]=");
    if (!assigns && !updates) {
      return new Statement(Optional.empty(), expression(), first.start(), previousEnd());
    }
    next += 2;
    Expression expression = expression();
    if (updates) {
      Token symbol = new Token(Kind.SYMBOL, second.text().substring(0, 1), second.start());
      Expression name = new Expression.Variable(first.text(), first.start(), first.end());
      expression = binary(symbol, name, expression, first.start());
    }
    return new Statement(Optional.of(first.text()), expression, first.start(), previousEnd());
  }

  private Expression expression() {
    int start = peek().start();
    Expression left = sum();
    if (!nextHasPrecedence(0)) {
      return left;
    }
    Token symbol = take();
    Expression comparison = binary(symbol, left, sum(), start);
    if (nextHasPrecedence(0)) {
      throw new ExpressionException("comparisons cannot be chained", source, peek().start());
    }
    return comparison;
  }

  private Expression sum() {
    return leftAssociative(1, this::product);
  }

  private Expression product() {
    return leftAssociative(2, this::sign);
  }

  private Expression leftAssociative(int precedence, Supplier<Expression> operand) {
    int start = peek().start();
    Expression left = operand.get();
    while (nextHasPrecedence(precedence)) {
      Token symbol = take();
      left = binary(symbol, left, operand.get(), start);
    }
    return left;
  }

  private Expression sign() {
    if (++depth > MAX_DEPTH) {
      throw new ExpressionException(
          "nested more than " + MAX_DEPTH + " deep", source, peek().start());
    }
    Token first = peek();
    Expression signed;
    if (takeIf("-")) {
      signed = negated(sign(), first.start());
    } else {
      signed = takeIf("+") ? sign() : power();
    }
    depth--;
    return signed;
  }

  /// A number with a sign is a constant, everything else an operation.
  private static Expression negated(Expression operand, int start) {
    return operand instanceof Expression.Constant(Literal.Number(double value), int _, int end)
        ? new Expression.Constant(new Literal.Number(-value), start, end)
        : new Expression.Negation(operand, start, operand.end());
  }

  private Expression power() {
    int start = peek().start();
    Expression base = primary();
    return nextHasPrecedence(3) ? binary(take(), base, sign(), start) : base;
  }

  private Expression binary(Token symbol, Expression left, Expression right, int start) {
    Operator operator = Operator.of(symbol).orElseThrow();
    return new Expression.Binary(operator, left, right, symbol.start(), start, previousEnd());
  }

  private Expression primary() {
    Token first = peek();
    if (first.kind() == Kind.NUMBER || first.is("[")) {
      return new Expression.Constant(literal(), first.start(), previousEnd());
    }
    if (takeIf("(")) {
      Expression inner = expression();
      expect(")");
      return inner;
    }
    if (first.kind() != Kind.NAME) {
      throw unexpected("a number, a name or '('");
    }
    take();
    return peek().is("(")
        ? call(first)
        : new Expression.Variable(first.text(), first.start(), first.end());
  }

  private Expression call(Token name) {
    List<Expression> operands = new ArrayList<>();
    List<Expression.Setting> settings = new ArrayList<>();
    expect("(");
    if (!peek().is(")")) {
      do {
        if (peek().kind() == Kind.NAME && tokens.get(next + 1).is("=")) {
          settings.add(setting());
        } else {
          operands.add(expression());
        }
      } while (takeIf(","));
    }
    expect(")");
    return new Expression.Call(
        name.text(), List.copyOf(operands), List.copyOf(settings), name.start(), previousEnd());
  }

  private Expression.Setting setting() {
    Token name = take();
    expect("=");
    int valueStart = peek().start();
    return new Expression.Setting(name.text(), literal(), name.start(), valueStart);
  }

  private Literal literal() {
    if (takeIf("[")) {
      return list();
    }
    boolean negative = peek().is("-");
    boolean signed = takeIf("-") || takeIf("+");
    Token token = peek();
    if (token.kind() == Kind.NUMBER
        || token.kind() == Kind.NAME && NOT_FINITE.containsKey(token.text())) {
      double magnitude = number(take());
      return new Literal.Number(negative ? -magnitude : magnitude);
    }
    if (token.kind() == Kind.NAME && !signed) {
      return new Literal.Word(take().text());
    }
    throw unexpected("a number");
  }

  private Literal list() {
    List<Literal> items = new ArrayList<>();
    if (!peek().is("]")) {
      do {
        items.add(literal());
      } while (takeIf(","));
    }
    expect("]");
    return new Literal.Items(List.copyOf(items));
  }

  private double number(Token token) {
    if (token.kind() == Kind.NAME) {
      return NOT_FINITE.get(token.text());
    }
    double value = Double.parseDouble(token.text());
    if (Double.isInfinite(value)) {
      throw new ExpressionException(
          "'" + token.text() + "' is too large for a float64", source, token.start());
    }
    return value;
  }

  // ---- the place in the tokens

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  private boolean takeIf(String symbol) {
    boolean is = peek().is(symbol);
    next += is ? 1 : 0;
    return is;
  }

  private void expect(String symbol) {
    if (!takeIf(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
  }

  private boolean nextHasPrecedence(int precedence) {
    return Operator.of(peek()).filter(operator -> operator.precedence() == precedence).isPresent();
  }

  private int previousEnd() {
    return tokens.get(next - 1).end();
  }

  private ExpressionException unexpected(String wanted) {
    return new ExpressionException(
        "expected " + wanted + ", but here is " + peek(), source, peek().start());
  }
}

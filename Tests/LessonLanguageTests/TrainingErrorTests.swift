import Diagnostics
import LessonLanguage
import Testing

@Suite("Trainings that are wrong")
struct TrainingErrorTests {
  private static let whole =
    "write it like `train all to reduce E over xor with sgd(rate: 0.1) for 100 epochs`"
  private static let reserved = "is a reserved word and cannot be a name"

  @Test(
    "the first thing that is wrong with what is trained is told at its place",
    arguments: [
      ErrorExample("⟦train⟧", "a name is missing behind `train`"),
      ErrorExample("train ⟦to⟧ reduce E with o for 1 epoch", "a name is missing behind `train`"),
      ErrorExample("train w, ⟦3⟧", "a name belongs here, not the number `3`"),
      ErrorExample("train w ⟦v⟧ to reduce E with o for 1 epoch", "a comma is missing behind `w`"),
      ErrorExample("train w ⟦reduce⟧ E with o for 1 epoch", "`to` is missing behind `w`", hint: whole),
      ErrorExample(
        "train w ⟦=⟧ 3", "a `train` has no `=`",
        hint: "by hand a param is set without `train`: `w1 <- w1 - 0.1*∂E/∂w1`"),
      ErrorExample("train w ⟦+⟧ v", "`to reduce` is missing behind `w`", hint: whole),
      ErrorExample("train w ⟦to⟧", "`reduce` is missing behind `to`", hint: whole),
      ErrorExample("train w to ⟦E⟧ with o for 1 epoch", "`reduce` is missing behind `to`", hint: whole),
      ErrorExample("train w to ⟦reduce⟧", "a name is missing behind `reduce`"),
      ErrorExample(
        "train w to reduce E ⟦+⟧ F with o for 1 epoch", "`to reduce` takes one name",
        hint: "give the cost a name in a formula above"),
      ErrorExample(
        "train w to reduce f⟦(⟧x) with o for 1 epoch", "`to reduce` takes one name",
        hint: "give the cost a name in a formula above"),
      ErrorExample(
        "train w to reduce max⟦(⟧L over xor) with o for 1 epoch", "`to reduce` takes one name",
        hint: "the cost of a batch is the mean of its rows, or with `sum of` their sum"),
      ErrorExample(
        "train w to reduce ⟦mean of⟧ L with o for 1 epoch", "`mean of` has no place here",
        hint: "the cost of a batch is the mean of its rows, or with `sum of` their sum"),
      ErrorExample("train w to reduce sum of ⟦with⟧ o", "`with` \(reserved)"),
    ])
  func cost(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  @Test(
    "a clause that must be there is told where it is not",
    arguments: [
      ErrorExample(
        "⟦train⟧ w", "this `train` has no `to reduce`",
        hint: "it says what is to become smaller: `to reduce E`"),
      ErrorExample(
        "⟦train⟧ w with o for 1 epoch", "this `train` has no `to reduce`",
        hint: "it says what is to become smaller: `to reduce E`"),
      ErrorExample(
        "⟦train⟧ w, shuffled over d", "this `train` has no `to reduce`",
        hint: "it says what is to become smaller: `to reduce E`"),
      ErrorExample(
        "⟦train⟧ w to reduce E over d for 1 epoch", "this `train` has no `with`",
        hint: "it says how: `with sgd(rate: 0.1)`"),
      ErrorExample(
        "⟦train⟧ w to reduce E until E < 1, with o", "this `train` has no `for`",
        hint: "it says how often: `for 100 epochs`"),
    ])
  func lack(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  @Test(
    "the first thing that is wrong with a clause is told at its place",
    arguments: [
      .clause("⟦over⟧", "a name is missing behind `over`"),
      .clause("over ⟦with⟧", "`with` \(reserved)"),
      .clause("over ⟦3⟧", "a name belongs here, not the number `3`"),
      .clause("over d ⟦e⟧", "a `train` has no clause `e`"),
      .clause("⟦in⟧", "`batches` is missing behind `in`", "in batches of 2"),
      .clause("in ⟦2⟧ batches", "`batches` is missing behind `in`", "in batches of 2"),
      .clause("in ⟦batch⟧ of 2", "`batches` is missing behind `in`", "in batches of 2"),
      .clause("in batches ⟦2⟧", "`of` is missing behind `batches`", "in batches of 2"),
      .clause("in batches ⟦of⟧", "a number is missing behind `of`", "in batches of 2"),
      .clause("in batches of⟦,⟧ shuffled", "a number is missing behind `of`", "in batches of 2"),
      .clause("in batches of ⟦over⟧ d", "a number is missing behind `of`", "in batches of 2"),
      .clause("in batches of ⟦shuffled⟧", "a number is missing behind `of`", "in batches of 2"),
      .clause("⟦accumulating⟧", "a number is missing behind `accumulating`", "accumulating 4"),
      .clause("accumulating 4 ⟦batches⟧", "a `train` has no clause `batches`"),
      .clause("validated ⟦held⟧", "`on` is missing behind `validated`", "validated on held_out"),
      .clause("validated ⟦on⟧", "a name is missing behind `on`"),
      .clause("⟦stopping⟧", "`after` is missing behind `stopping`", stopping),
      .clause("stopping ⟦5⟧", "`after` is missing behind `stopping`", stopping),
      .clause("stopping ⟦after⟧", "a number is missing behind `after`", stopping),
      .clause("stopping after ⟦without⟧ improvement", "a number is missing behind `after`", stopping),
      .clause("stopping after ⟦5⟧", "`without improvement` is missing behind `5`", stopping),
      .clause("stopping after 5 ⟦epochs⟧", "`without improvement` is missing behind `5`", stopping),
      .clause("stopping after 5 ⟦without⟧", "`improvement` is missing behind `without`", stopping),
      .clause("⟦until⟧", "a condition is missing behind `until`", "until L < 0.01"),
      .clause("until⟦,⟧ shuffled", "a condition is missing behind `until`", "until L < 0.01"),
      .clause("until ⟦over⟧ d", "a condition is missing behind `until`", "until L < 0.01"),
      .clause("until ⟦)⟧", "a value is missing behind `until`"),
      .clause("until L ⟦<⟧", "a value is missing behind `<`"),
      .clause("until L ⟦=⟧ 1", "two values are compared with `==`"),
      .clause(
        "until 0 < L ⟦<⟧ 1", "comparisons are not chained", whole: "write two, as in `0 < a and a < 1`"),
      .clause(
        "until ⟦if⟧ a > 0 then 1 else 0 > 1", misplacedIf,
        whole: "write it like `1 + (if a > 0 then 1 else 0)`"),
      .clause("until ⟦L⟧", "`L` alone is no condition", whole: comparison),
      .clause("until ⟦L⟧, shuffled", "`L` alone is no condition", whole: comparison),
      .clause("until ⟦(L)⟧ shuffled", "`(L)` alone is no condition", whole: comparison),
      .clause("until ⟦L*2⟧ over d", "`L*2` alone is no condition", whole: comparison),
      .clause(
        "until L ⟦2⟧", "an operator is missing between `L` and `2`", whole: "a product is written `L*2`"),
      .clause("⟦reporting⟧", "an epoch or a value is missing behind `reporting`", "reporting 1, 10, 100"),
      .clause("reporting⟦,⟧ 1", "an epoch or a value is missing behind `reporting`", "reporting 1, 10, 100"),
      .clause(
        "reporting ⟦over⟧ d", "an epoch or a value is missing behind `reporting`", "reporting 1, 10, 100"),
      .clause(
        "reporting ⟦shuffled⟧", "an epoch or a value is missing behind `reporting`", "reporting 1, 10, 100"),
      .clause("reporting 1⟦,⟧", "a value is missing behind `,`"),
      .clause(
        "reporting 1, ⟦stoping⟧ after 5", "a `train` has no clause `stoping`",
        whole: "did you mean `stopping`?"),
    ] as [ErrorExample])
  func clause(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  private static let stopping = "stopping after 5 without improvement"
  private static let comparison = "a condition compares two values, as in `L < 0.01`"
  private static let misplacedIf = "an `if` behind `until` stands in parentheses"

  @Test(
    "the first thing that is wrong with an optimizer, the epochs or the list of clauses is told at its place",
    arguments: [
      ErrorExample(
        "train w to reduce E ⟦with⟧", "an optimizer is missing behind `with`",
        hint: "write it like `with sgd(rate: 0.1)`"),
      ErrorExample("train w to reduce E with ⟦for⟧ 9 epochs", "`for` \(reserved)"),
      ErrorExample(
        "train w to reduce E with o ⟦for⟧", "the number of epochs is missing behind `for`", hint: epochs),
      ErrorExample(
        "train w to reduce E with o for ⟦epochs⟧", "the number of epochs is missing behind `for`",
        hint: epochs),
      ErrorExample(
        "train w to reduce E with o for ⟦epochs⟧, shuffled", "the number of epochs is missing behind `for`",
        hint: epochs),
      ErrorExample(
        "train w to reduce E with o for ⟦9⟧", "`epochs` is missing behind `9`", hint: "write `for 9 epochs`"),
      ErrorExample(
        "train w to reduce E with o for 9⟦,⟧ shuffled", "`epochs` is missing behind `9`",
        hint: "write `for 9 epochs`"),
      ErrorExample(
        "train w to reduce E with o for 9 ⟦shuffled⟧", "`epochs` is missing behind `9`",
        hint: "write `for 9 epochs`"),
      ErrorExample(
        "train w to reduce E with o for i ⟦in⟧ 1...9", "`epochs` is missing behind `i`", hint: epochs),
      ErrorExample(
        "train w to reduce E with o for 9 ⟦times⟧", "`epochs` belongs here, not `times`",
        hint: "write `for 9 epochs`"),
      ErrorExample(
        "train w to reduce E with o ⟦9⟧ epochs", "`for` is missing behind `o`", hint: "write `for 9 epochs`"),
      ErrorExample("train w to reduce E with o for 9 epochs⟦,⟧", "a clause is missing behind `,`"),
      ErrorExample("train w to reduce E with o for 9 epochs,⟦,⟧ shuffled", "`,` has no place here"),
      ErrorExample(
        "train w to reduce E with o for 9 epochs, ⟦shufled⟧", "a `train` has no clause `shufled`",
        hint: "did you mean `shuffled`?"),
      ErrorExample(
        "train w to reduce E with o for 9 epochs ⟦report⟧ 1, 2", "a `train` has no clause `report`",
        hint: "did you mean `reporting`?"),
      ErrorExample(
        "train w to reduce E ⟦using⟧ o for 9 epochs", "a `train` has no clause `using`",
        hint: "write `with o`"),
      ErrorExample(
        "train w to reduce E with o for 9 epochs ⟦=⟧ 3", "`=` has no place here"),
      ErrorExample("train w to reduce E with o for 9 epochs⟦)⟧", "this `)` closes no bracket"),
      ErrorExample("train w to reduce E with o⟦(⟧rate: 1 for 9 epochs", "this `(` is never closed"),
      ErrorExample(
        "train w to reduce E with o for 9 epochs, ⟦$⟧", "`$` means nothing in calc",
        hint: "leave it out: numbers have no units, and formulas no signs around them"),
    ])
  func list(example: ErrorExample) {
    example.expect(parseCalc(example.file, example.file.whole).diagnostics)
  }

  private static let epochs = "write it like `for 100 epochs`"

  @Test(
    "an `update` has none of the clauses of a `train`",
    arguments: [
      "over d", "in batches of 2", "for 9 epochs", "shuffled", "validated on d", "stopping after 5",
      "until E < 1", "reporting 1", "accumulating 2",
    ])
  func update(clause: String) {
    let word = clause.prefix { $0 != " " }
    let marked = "⟦\(word)⟧" + clause.dropFirst(word.count)
    for text in [
      "update w to reduce E with o \(marked)", "update w to reduce E with o, \(marked)",
      "update w to reduce E \(marked) with o",
    ] {
      let example = ErrorExample(
        text, "an `update` has no `\(word)`",
        hint: "it is one step; a `train` goes over rows and makes many steps")
      example.expect(parseCalc(example.file, example.file.whole).diagnostics)
    }
  }
}

extension ErrorExample {
  /// A clause at the end of a training that is right without it.
  fileprivate static func clause(
    _ marked: String, _ message: String, _ example: String? = nil, whole hint: String? = nil
  ) -> ErrorExample {
    ErrorExample(
      "train w to reduce E with o for 9 epochs \(marked)", message,
      hint: example.map { "write it like `\($0)`" } ?? hint)
  }
}

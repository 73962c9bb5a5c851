import Algebra
import Diagnostics
import LessonRuntime
import PlainText
import Rendering
import Tutor

extension Command {
  /// `longhand compare`
  static let compare = Command(
    name: "compare",
    summary: "Hold somebody's numbers against a lesson, and say where they went wrong.",
    operands: "LESSON FILE…",
    description: [
      """
      Marks the numbers of each file. In the order of the lesson a number is right; or right for your numbers: not the \
      lesson's, but what follows from the numbers before it, and from which; or wrong here, with what was done, such as \
      a factor left out, a sign, an updated weight. The one to look at first is told first.
      """,
      """
      FILE has lines such as `out_h1 = 0.60109`, of which the last number counts, or columns `name,value`, or JSON with families \
      as lists, `{"dE/dw5": 0.0802, "W": [[1, 2], [3, 4]]}`. Decimals have a point. A number is judged by its own digits, rounded \
      or cut off; digits behind those that the lesson shows are not held against it.
      """,
      """
      Names are those of the lesson (--names lists them). Capitals, blanks and _ do not matter; ∂E/∂w is also dE/dw, dE_dw, \
      and of the cost grad_w; a word may be shortened or written out where that fits one name only: output_h1. A name \
      with several numbers counts them, `out_h1 (2)`, or has them one below the other; the last is also w5_new, new_w5 and w5+, and \
      each ' is one step on: w5' is `w5 (2)`.
      """,
      """
      A wrong number that is 0, makes a later one 0, or is saturated (where a change of it makes less than a thousandth of the \
      difference that it has made so far) carries nothing forward: what follows from it is wrong here. A right number with fewer decimals than the lesson \
      shows is wrong only where a later one is off because of it: it was rounded early. What a training works out is not worked \
      out again from other numbers.
      """,
      """
      Each number that the lesson works out is worth one mark if it is right or right for your numbers; with --scheme those that \
      the list names. --variant-from holds each file against its own numbers: those of the variant that it is named after, or that \
      a list with lines `name,variant` has for it. --csv prints a row for each file. --shard takes a part of the files: what all parts print one after \
      the other is what the whole prints, the row of names only in the first. Otherwise a summary ends several files.
      """,
      """
      Ends with 0 however many numbers are wrong, with 1 when a file cannot be marked (the others are), and with 2 when the call is \
      wrong.
      """,
    ],
    examples: [
      Example("compare backpropagation ada.txt", "Where ada's numbers went wrong."),
      Example("compare backpropagation --names", "What can be handed in."),
      Example("compare backpropagation *.txt --csv", "A row for each of a class."),
      Example("compare backpropagation ada.txt --scheme marks.csv", "With marks for some of the numbers."),
    ],
    options: LessonOptions.all + [
      .variantFrom, .scheme, .csv, .noHeader, .shard, .names, .width, .ascii, .lessons,
    ]
  ) { call in
    try CompareCommand(call).run()
  }
}

/// Marks files against a lesson.
private struct CompareCommand {
  let call: CommandCall
  let display: Display
  let options: LessonOptions
  let shard: Shard?

  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    display = try Display(call.arguments, call.invocation)
    options = try LessonOptions(call)
    shard = try call.arguments.value(of: .shard).map { text throws(Failure) in try Shard(text) }
    let operands = call.arguments.operands
    guard !operands.isEmpty, operands.count > 1 || call.arguments.has(.names) else {
      throw Failure(
        .wrongUsage, "`compare` needs a lesson and a file", details: ["usage: " + Command.compare.usage])
    }
    guard operands.count == 1 || !call.arguments.has(.names) else {
      throw .usage("`--names` lists the names of a lesson, and takes no file")
    }
    guard !call.arguments.has(.variantFrom) || !call.arguments.has(.variant) else {
      throw .usage("`--variant` and `--variant-from` do not go together")
    }
    guard !call.arguments.has(.noHeader) || call.arguments.has(.csv) else {
      throw .usage("`--no-header` goes with `--csv`")
    }
  }

  func run() throws -> ExitStatus {
    let source = try call.source(call.arguments.operands[0])
    let file = try call.file(of: source)
    let lesson = try call.lesson(source, in: file)
    let options = try options.options(for: lesson, called: source.name)
    let sheet: MarkingSheet
    do throws(Diagnostic) {
      sheet = try call.timing.measure(.running) { () throws(Diagnostic) in
        try MarkingSheet(of: lesson, options)
      }
    } catch {
      throw Failure([error], in: file) ?? Failure(.failure, error.message)
    }
    if call.arguments.has(.names) { return try printNames(of: sheet) }
    let names = SheetNames(sheet)
    let scheme = try scheme(names, sheet)
    let marker = FileMarker(
      lesson: lesson, sheet: sheet, names: names, variants: try variants(of: lesson, called: source.name))
    let all = call.arguments.operands.dropFirst().map { call.textFile(atPath: $0) }
    let files = shard.map { Array(all[$0.range(of: all.count)]) } ?? all
    let marked = call.timing.measure(.running) { marker.marked(files) }
    try call.timing.measure(.writing) { try print(marked, scheme, MarkTable(sheet, scheme)) }
    var status = ExitStatus.success
    for file in marked {
      guard case .refused(let reason) = file.outcome else { continue }
      call.invocation.report(Failure(.failure, "`\(file.name)` is not marked: \(reason)").text)
      status = .failure
    }
    return status
  }

  private func print(_ files: [MarkedFile], _ scheme: MarkingScheme, _ table: MarkTable) throws {
    let results = call.invocation.results
    if call.arguments.has(.csv) {
      let hasHead = !call.arguments.has(.noHeader) && (shard?.number ?? 1) == 1
      return try results.print((hasHead ? table.head : "") + files.map(table.row).joined())
    }
    let pages = files.map { file in
      MarkReport(file: file, scheme: scheme, width: display.width, notation: notation).lines
        .map { $0 + "\n" }.joined()
    }
    var text = pages.joined(separator: "\n")
    if shard != nil { text += files.isEmpty ? "" : "\n" }
    if files.count > 1, shard == nil {
      let summary = MarkSummary(files: files, scheme: scheme, width: display.width)
      text += "\n" + summary.lines.map { $0 + "\n" }.joined()
    }
    try results.print(text)
  }

  private var notation: Notation { display.alphabet == .ascii ? .ascii : .unicode }

  private func printNames(of sheet: MarkingSheet) throws -> ExitStatus {
    let lines = sheet.lines.filter(\.isAsked).map { $0.label(in: notation) + "\n" }
    try call.invocation.results.print(lines.joined())
    return .success
  }

  // MARK: Lists

  private func scheme(_ names: SheetNames, _ sheet: MarkingSheet) throws(Failure) -> MarkingScheme {
    guard let path = call.arguments.value(of: .scheme) else { return MarkingScheme() }
    return try read(path) { text throws(HandedText.Fault) in try MarkingScheme(text, names, sheet) }
  }

  private func variants(of lesson: Lesson, called name: String) throws(Failure) -> VariantSource {
    guard let from = call.arguments.value(of: .variantFrom) else { return .none }
    guard lesson.hasVariants else { throw Variant.none(of: name) }
    if from == "name" { return .fileName }
    guard from.hasSuffix(".csv") || from.contains("/") else {
      throw .usage(
        "`--variant-from` takes `name`, or a list of variants, not `\(from)`",
        hint: "--variant-from class.csv, with lines `ada,17`")
    }
    return try read(from) { text throws(HandedText.Fault) in try VariantSource.roster(text) }
  }

  private func read<List>(
    _ path: String, _ reading: (HandedText) throws(HandedText.Fault) -> List
  ) throws(Failure) -> List {
    let bytes = try call.textFile(atPath: path).bytes(limit: HandedText.maxBytes)
    do throws(HandedText.Fault) {
      return try reading(HandedText(bytes))
    } catch {
      throw Failure(.failure, "`\(path)`: \(error.message)")
    }
  }
}

import Diagnostics
import LessonRuntime
import Rendering
import Transcript

extension Command {
  /// `longhand worksheet`
  static let worksheet = Command(
    name: "worksheet",
    summary: "Make sheets to be filled with pen and paper, each with its key.",
    operands: "LESSON",
    description: [
      """
      Writes the working of a lesson with a rule in the place of each number that is to be worked out: what is given stays. The \
      working ends before the first training or loop; prose, questions, checks and curves are left out.
      """,
      """
      --blank results leaves names and given numbers; --blank working leaves the names; --blank all leaves only what is to be \
      worked out. No number that is left open is anywhere in a sheet, be it in its source.
      """,
      """
      With --variants N or --roster FILE each sheet has numbers of its own, with the variant's name on every page that is printed. \
      They go to the folder of --output, and the keys, with the whole working, to the folder `keys` in it; a sheet is called after \
      its variant, or its name in the list, so that `longhand compare --variant-from` finds the numbers that belong to it. One sheet \
      is printed, or goes to a file beside which `-key` ends the name of the key's.
      """,
      """
      FORMAT is text, html, markdown, latex (a whole document) or notebook, with empty cells for the sums. --shard makes a part of the \
      sheets, for work that is spread.
      """,
    ],
    examples: [
      Example("worksheet backpropagation", "A sheet with the lesson's own numbers."),
      Example("worksheet backpropagation --variant 17 --key", "The key to variant 17."),
      Example(
        "worksheet backpropagation --variants 60 --format latex --output sheets/",
        "Sixty sheets and their keys."),
      Example(
        "worksheet backpropagation --roster class.csv --blank working --output sheets/",
        "One for each of a class."),
    ],
    options: LessonOptions.all + [
      .variants, .roster, .blank, .key, .format, .output, .force, .shard, .width, .ascii, .lessons,
    ]
  ) { call in
    try WorksheetCommand(call).run()
  }
}

/// Makes sheets and their keys.
private struct WorksheetCommand {
  let call: CommandCall
  let display: Display
  let options: LessonOptions
  let amount: Blanks.Amount
  let format: OutputFormat
  /// Where they go; `nil` for standard output.
  let output: TextFile?
  let shard: Shard?
  /// How many variants there are, where they are numbered.
  private let count: Int?
  /// Whether each sheet has a name of its own in a folder.
  private let isMany: Bool

  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    let arguments = call.arguments
    var invocation = call.invocation
    if arguments.has(.output) { invocation.terminal = nil }
    display = try Display(arguments, invocation)
    options = try LessonOptions(call)
    shard = try arguments.value(of: .shard).map { text throws(Failure) in try Shard(text) }
    count = try arguments.number(of: .variants, in: 1...100_000)
    guard arguments.operands.count == 1 else {
      throw Failure(
        .wrongUsage,
        arguments.operands.isEmpty ? "`worksheet` needs a lesson" : "`worksheet` takes one lesson at a time",
        details: ["usage: " + Command.worksheet.usage])
    }
    let ways = [Option.variant, .variants, .roster].filter(arguments.has)
    guard ways.count <= 1 else {
      throw .usage("`\(ways[0].name)` and `\(ways[1].name)` do not go together")
    }
    amount =
      try arguments.value(of: .blank).map { text throws(Failure) in
        guard let amount = Blanks.Amount(rawValue: text) else {
          throw .usage("`--blank` takes results, working or all, not `\(text)`")
        }
        return amount
      } ?? .results
    output = arguments.value(of: .output).flatMap { $0 == "-" ? nil : call.textFile(atPath: $0) }
    format = try Self.format(arguments, output)
    isMany = ways.contains { $0 != .variant }
    try expectPlaces()
  }

  private static func format(
    _ arguments: Arguments, _ output: TextFile?
  ) throws(Failure) -> OutputFormat {
    let asked: OutputFormat
    if let name = arguments.value(of: .format) {
      guard let format = OutputFormat.all.first(where: { $0.name == name }) else {
        throw .unknown(
          "there is no format `\(name)`",
          nearest: nearest(to: name, among: OutputFormat.all.filter { $0.sheet != nil }.map(\.name)),
          otherwise: "sheets are written as \(OutputFormat.sheetNames)")
      }
      asked = format
    } else {
      asked = output?.ending.flatMap { OutputFormat.ofFiles(ending: $0) } ?? .text
    }
    guard asked.sheet != nil else {
      throw .usage(
        "no sheet is written as \(asked.name)", hint: "sheets are written as \(OutputFormat.sheetNames)")
    }
    return asked
  }

  /// That sheets have room where they go.
  private func expectPlaces() throws(Failure) {
    guard isMany || shard == nil else { throw .usage("`--shard` goes with `--variants` or `--roster`") }
    guard let output else {
      guard !isMany else {
        throw .usage("many sheets go to a folder, and their keys to another in it", hint: "--output sheets/")
      }
      guard !call.arguments.has(.force) else { throw .usage("`--force` is of use with `--output` only") }
      return
    }
    guard !call.arguments.has(.key) else {
      throw .usage("`--key` prints the key; with `--output` it is written beside its sheet")
    }
    let isFile = output.exists && !output.isFolder || !output.exists && output.ending != nil
    guard isMany, isFile, !output.shownPath.hasSuffix("/") else { return }
    throw .usage(
      "`\(output.shownPath)` is \(output.exists ? "a file" : "the name of a file"), and many sheets go to a folder"
    )
  }

  func run() throws -> ExitStatus {
    try call.expectSoundOperands()
    let source = try call.source(call.arguments.operands[0])
    let file = try call.file(of: source)
    let lesson = try call.lesson(source, in: file)
    guard lesson.hasWorking else {
      throw Failure(
        .failure, "`\(source.name)` has nothing that could be worked out on a sheet",
        details: ["hint: what is worked out before the first training or loop is"])
    }
    let orders = try orders(for: lesson, called: source.name)
    let mine = shard.map { Array(orders[$0.range(of: orders.count)]) } ?? orders
    let maker = SheetMaker(
      lesson: lesson, source: source, amount: amount, format: format, renderer: display.renderer)
    guard isMany else {
      try write(maker.sheet(orders[0], call), orders[0])
      return .success
    }
    return try call.forEach(mine, "sheets") { order, call in
      try maker.sheet(order, call)
    } take: { order, sheet in
      try call.attempt {
        try write(sheet.get(), order)
        return .success
      }
    }
  }

  // MARK: Which sheets

  private func orders(for lesson: Lesson, called name: String) throws(Failure) -> [SheetMaker.Order] {
    if let count {
      guard lesson.hasVariants else { throw Variant.none(of: name) }
      return try (1...count).map { number throws(Failure) in
        SheetMaker.Order(name: "\(number)", variant: try Variant("\(number)"))
      }
    }
    guard let path = call.arguments.value(of: .roster) else {
      return [
        SheetMaker.Order(
          name: call.arguments.value(of: .variant).flatMap(Self.fileName) ?? name, variant: nil)
      ]
    }
    guard lesson.hasVariants else { throw Variant.none(of: name) }
    let bytes = try call.textFile(atPath: path).bytes(limit: HandedText.maxBytes)
    let roster: Roster
    do throws(HandedText.Fault) { roster = try Roster(HandedText(bytes)) } catch {
      throw Failure(.failure, "`\(path)`: \(error.message)")
    }
    return try roster.entries.map { entry throws(Failure) in
      guard let file = Self.fileName(entry.name) else {
        throw Failure(.failure, "`\(path)`: `\(entry.name)` cannot be the name of a file")
      }
      return SheetMaker.Order(name: file, variant: try Variant(entry.variant))
    }
  }

  /// The name as that of a file; `nil` where it would lead elsewhere, or be hidden.
  private static func fileName(_ name: String) -> String? {
    let isSound =
      !name.isEmpty && name.utf8.count <= 100 && !name.hasPrefix(".") && !name.contains("/")
      && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    return isSound ? name : nil
  }

  // MARK: Writing

  private func write(_ sheet: SheetMaker.Sheet, _ order: SheetMaker.Order) throws {
    guard let output else {
      return try call.invocation.results.print(call.arguments.has(.key) ? sheet.key : sheet.sheet)
    }
    let ending = "." + format.endings[0]
    if isMany || output.isFolder || output.shownPath.hasSuffix("/") {
      try write(sheet.key, to: output.inside(named: "keys").inside(named: order.name + ending))
      try write(sheet.sheet, to: output.inside(named: order.name + ending))
    } else {
      let name = output.shownPath.split(separator: "/").last.map(String.init) ?? output.shownPath
      let own = output.ending.map { "." + $0 } ?? ""
      try write(sheet.key, to: output.sibling(named: name.dropLast(own.count) + "-key" + own))
      try write(sheet.sheet, to: output)
    }
  }

  /// Puts a text in the place of nothing, or of what begins as it does.
  private func write(_ text: String, to file: TextFile) throws(Failure) {
    if file.exists, !call.arguments.has(.force) {
      let bytes = try file.bytesAtOnce(limit: 1_000_000_000)
      guard bytes.isEmpty || bytes.starts(with: format.opening(text).utf8) else {
        throw Failure(
          .failure, "`\(file.shownPath)` is there, and is no earlier sheet of this lesson as \(format.name)",
          details: ["hint: --force overwrites it"])
      }
    }
    try file.replace(with: text)
  }
}

import Diagnostics
import LessonRuntime

/// Where the transcripts of a call go, and in which format: `--format`, `--output` and `--force`.
struct RunOutput {
  /// How they are written.
  let format: OutputFormat
  /// The computation graph that is shown; `nil` where the format shows none.
  let graph: GraphRequest?
  /// Whether LaTeX is to be a whole document.
  let isStandalone: Bool
  private let place: Place
  private let isForced: Bool

  /// The options that ask for it.
  static let options: [Option] = [.format, .standalone, .of, .output, .force]

  private enum Place {
    /// Where all results go.
    case results
    /// A file, which has room for one lesson.
    case file(TextFile)
    /// A folder, with a file for each lesson.
    case folder(TextFile)
  }

  /// The most bytes of a file that are looked at before it is overwritten.
  private static let sizeLimit = 1_000_000_000

  /// Reads the options of a call.
  init(_ call: CommandCall) throws(Failure) {
    let arguments = call.arguments
    isForced = arguments.has(.force)
    isStandalone = arguments.has(.standalone)
    let asked = try arguments.value(of: .format).map { name throws(Failure) in try RunOutput.format(name) }
    guard let path = arguments.value(of: .output), path != "-" else {
      guard !isForced else { throw .usage("`--force` is of use with `--output` only") }
      format = asked ?? OutputFormat.all[0]
      graph = try RunOutput.graph(arguments, format)
      place = .results
      try expectLaTeX()
      return
    }
    guard !path.isEmpty else { throw .usage("`--output` needs a file or a folder") }
    let file = call.textFile(atPath: path)
    if file.isFolder || path.hasSuffix("/") || arguments.operands.count > 1 {
      try RunOutput.expectFolder(file, path)
      format = asked ?? OutputFormat.all[0]
      graph = try RunOutput.graph(arguments, format)
      place = .folder(file)
      try expectNames(call)
    } else {
      format = if let asked { asked } else { try RunOutput.format(ofFile: file) }
      graph = try RunOutput.graph(arguments, format)
      place = .file(file)
    }
    try expectLaTeX()
  }

  /// That only LaTeX is asked to be a whole document.
  private func expectLaTeX() throws(Failure) {
    guard isStandalone, format.name != OutputFormat.latex.name else { return }
    throw .usage("`--standalone` is of use with `--format latex` only")
  }

  private static func format(_ name: String) throws(Failure) -> OutputFormat {
    guard let format = OutputFormat.all.first(where: { $0.name == name }) else {
      throw .unknown(
        "there is no format `\(name)`", nearest: nearest(to: name, among: OutputFormat.all.map(\.name)),
        otherwise: "the formats are \(OutputFormat.names)")
    }
    return format
  }

  /// The graph that a call asks for.
  private static func graph(
    _ arguments: Arguments, _ format: OutputFormat
  ) throws(Failure) -> GraphRequest? {
    let value = arguments.value(of: .of)
    guard format.isOfOneValue else {
      guard value == nil else {
        throw .usage(
          "`--of` is of use with the formats of one value only, and this is \(format.name)",
          hint: "--format svg, or --format dot")
      }
      return nil
    }
    guard let value else { return .cost }
    guard !value.isEmpty else { throw .usage("`--of` needs the name of a value", hint: "--of E_total") }
    return .of(value)
  }

  /// The format that a file's name asks for.
  private static func format(ofFile file: TextFile) throws(Failure) -> OutputFormat {
    guard let ending = file.ending else { return OutputFormat.all[0] }
    guard let format = OutputFormat.ofFiles(ending: ending) else {
      throw .usage(
        "`\(file.shownPath)` ends like no format that there is",
        hint:
          "the endings are \(OutputFormat.allEndings); or say it with --format \(OutputFormat.all[0].name)")
    }
    return format
  }

  /// That what several lessons are to be written to is no file.
  private static func expectFolder(_ file: TextFile, _ path: String) throws(Failure) {
    let isFile = file.exists && !file.isFolder
    let seemsFile =
      !file.exists && !path.hasSuffix("/") && file.ending.flatMap { OutputFormat.ofFiles(ending: $0) } != nil
    guard isFile || seemsFile else { return }
    throw .usage(
      "`\(path)` is \(isFile ? "a file" : "the name of a file"), and lessons are written to a folder",
      hint: "--output \(isFile ? "FOLDER" : "\(path)/") makes a file for each of them")
  }

  /// That each lesson has a name for its file, and each another.
  private func expectNames(_ call: CommandCall) throws(Failure) {
    guard case .folder(let folder) = place else { return }
    var names: Set<String> = []
    for operand in call.arguments.operands {
      if operand == "-" {
        throw .usage("standard input has no name for a file in `\(folder.shownPath)`", hint: "--output FILE")
      }
      // What is no lesson is told when its turn comes.
      guard let source = try? call.source(operand) else { continue }
      guard names.insert(source.name).inserted else {
        throw .usage("two lessons would be written to `\(file(of: source, in: folder).shownPath)`")
      }
    }
  }

  /// Whether the results are what the transcripts are for.
  var isToResults: Bool { if case .results = place { true } else { false } }

  /// Whether each lesson has a file of its own in a folder.
  var isToFolder: Bool { if case .folder = place { true } else { false } }

  /// Puts the transcript of a lesson where it belongs; `isFirst` where none has been put there before.
  func write(_ text: String, of source: LessonSource, isFirst: Bool, _ call: CommandCall) throws {
    switch place {
    case .results: try call.invocation.results.print(isFirst ? text : format.separator + text)
    case .file(let file): try write(text, to: file)
    case .folder(let folder): try write(text, to: file(of: source, in: folder))
    }
  }

  private func file(of source: LessonSource, in folder: TextFile) -> TextFile {
    folder.inside(named: "\(source.name).\(format.endings[0])")
  }

  /// Puts `text` in the place of what `file` holds: nothing, an earlier transcript, or what the call says may go.
  private func write(_ text: String, to file: TextFile) throws(Failure) {
    if file.exists {
      guard file.isRegular else {
        throw Failure(
          .failure, "`\(file.shownPath)` is no file that could be overwritten",
          details: ["hint: without --output the results go to standard output"])
      }
      let bytes = try file.bytesAtOnce(limit: RunOutput.sizeLimit)
      guard isForced || bytes.isEmpty || bytes.starts(with: format.opening(text).utf8) else {
        throw Failure(
          .failure, "`\(file.shownPath)` is there, and is no earlier run of this lesson as \(format.name)",
          details: ["hint: --force overwrites it"])
      }
    }
    try file.replace(with: text)
  }
}

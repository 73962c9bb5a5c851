import Diagnostics
import LessonRuntime

/// Where the transcripts of a call go, and in which formats: `--format`, `--output` and `--force`.
struct RunOutput {
  /// How they are written: a lesson is worked once for all of these formats.
  let formats: [OutputFormat]
  /// The computation graph that is shown; `nil` where no format shows one.
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
    let asked = try arguments.value(of: .format).map { names throws(Failure) in
      try RunOutput.formats(names)
    }
    (place, formats) = try RunOutput.place(call, asked)
    graph = try RunOutput.graph(arguments, formats)
    guard !isForced || !isToResults else { throw .usage("`--force` is of use with `--output` only") }
    if isToFolder { try expectNames(call) }
    guard !isStandalone || formats.contains(where: { $0.name == OutputFormat.latex.name }) else {
      throw .usage("`--standalone` is of use with `--format latex` only")
    }
  }

  /// Where a call's transcripts go; and its formats, which a file's name may tell.
  private static func place(
    _ call: CommandCall, _ asked: [OutputFormat]?
  ) throws(Failure) -> (Place, [OutputFormat]) {
    let formats = asked ?? [OutputFormat.all[0]]
    let areSeveral = formats.count > 1
    guard let path = call.arguments.value(of: .output), path != "-" else {
      guard !areSeveral else {
        throw .usage("several formats are written to a folder", hint: "--output FOLDER/")
      }
      return (.results, formats)
    }
    guard !path.isEmpty else { throw .usage("`--output` needs a file or a folder") }
    let file = call.textFile(atPath: path)
    guard file.isFolder || path.hasSuffix("/") || call.arguments.operands.count > 1 || areSeveral else {
      return asked == nil ? (.file(file), [try format(ofFile: file)]) : (.file(file), formats)
    }
    try RunOutput.expectFolder(file, path)
    return (.folder(file), formats)
  }

  /// The formats of a list such as `html,latex`, or all of them.
  private static func formats(_ list: String) throws(Failure) -> [OutputFormat] {
    guard list != OutputFormat.everyName else { return OutputFormat.all }
    var formats: [OutputFormat] = []
    for name in list.split(separator: ",", omittingEmptySubsequences: false) {
      let format = try format(String(name))
      guard !formats.contains(where: { $0.name == format.name }) else {
        throw .usage("`--format` names \(format.name) twice")
      }
      formats.append(format)
    }
    return formats
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
    _ arguments: Arguments, _ formats: [OutputFormat]
  ) throws(Failure) -> GraphRequest? {
    let value = arguments.value(of: .of)
    guard formats.contains(where: \.showsGraph) else {
      guard value == nil else {
        throw .usage(
          "`--of` is of use with formats that show a computation graph only, and this is \(formats[0].name)",
          hint: "--format svg, --format dot, or --format html")
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
        throw .usage(
          "two lessons would be written to `\(file(of: source, as: formats[0], in: folder).shownPath)`")
      }
    }
  }

  /// Whether the results are what the transcripts are for.
  var isToResults: Bool { if case .results = place { true } else { false } }

  /// Whether each lesson has a file of its own in a folder.
  var isToFolder: Bool { if case .folder = place { true } else { false } }

  /// Puts the transcript of a lesson where it belongs; `isFirst` where none has been put there before.
  func write(
    _ text: String, of source: LessonSource, as format: OutputFormat, isFirst: Bool, _ call: CommandCall
  ) throws {
    switch place {
    case .results: try call.invocation.results.print(isFirst ? text : format.separator + text)
    case .file(let file): try write(text, as: format, to: file)
    case .folder(let folder): try write(text, as: format, to: self.file(of: source, as: format, in: folder))
    }
  }

  private func file(of source: LessonSource, as format: OutputFormat, in folder: TextFile) -> TextFile {
    folder.inside(named: "\(source.name).\(format.endings[0])")
  }

  /// Puts `text` in the place of what `file` holds: nothing, an earlier transcript, or what the call says may go.
  private func write(_ text: String, as format: OutputFormat, to file: TextFile) throws(Failure) {
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

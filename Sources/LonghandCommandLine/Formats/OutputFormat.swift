import Rendering
import Transcript

/// A format in which transcripts are written.
struct OutputFormat: Sendable {
  /// Its name, for `--format`.
  let name: String
  /// What the names of its files end with; the first is that of files which the program names.
  let endings: [String]
  /// Writes a lesson that has been worked.
  let text: @Sendable (WorkedLesson, OutputLook) throws(Failure) -> String
  /// What a file begins with that may be overwritten with `text`.
  let opening: @Sendable (_ text: String) -> String
  /// What stands between the transcripts of several lessons.
  let separator: String
  /// Whether it shows the computation graph of one value, `--of`.
  var showsGraph = false
  /// Whether it shows nothing else.
  var isOfOneValue = false
  /// Whether it tells what replies and other numbers come to, which takes the numbers as they were at each place.
  var looksBack = false
  /// Writes a sheet, or its key, which has nothing but what its transcript shows; `nil` where that makes no sense.
  var sheet: (@Sendable (Transcript, TextRenderer) -> String)?

  /// All of them, each in a file of its own; the first is that of who asks for none.
  static let all = [text, html, markdown, latex, notebook, json, svg, dot]
}

extension OutputFormat {
  /// What stands for all of them.
  static let everyName = "all"

  /// `text, json, notebook`
  static var names: String { all.map(\.name).joined(separator: ", ") }

  /// `text, html and latex`: those in which sheets are written.
  static var sheetNames: String {
    let names = all.filter { $0.sheet != nil }.map(\.name)
    return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }

  /// `.txt, .json, .ipynb`
  static var allEndings: String { all.flatMap(\.endings).map { "." + $0 }.joined(separator: ", ") }

  /// The format of files with that ending, in small letters or capitals; `nil` where there is none.
  static func ofFiles(ending: String) -> OutputFormat? {
    all.first { $0.endings.contains(ending.lowercased()) }
  }
}

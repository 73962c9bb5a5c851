import Rendering

/// How a transcript is to look where it goes.
struct Display {
  /// The columns of a line.
  var width = 80
  /// The characters that may be used.
  var alphabet = Alphabet.unicode
  /// What the text is set off by.
  var ink = Ink.none
  /// What the text is made for.
  var medium = Medium.file

  /// The look of files, pipes and recorded transcripts, whatever the locale.
  init() {}

  /// The look that the options, the terminal and the environment ask for, in this order.
  init(_ arguments: Arguments, _ invocation: Invocation) throws(Failure) {
    let environment = invocation.environment
    if let terminal = invocation.terminal {
      if let columns = terminal.columns {
        width = min(max(columns, Display.widths.lowerBound), Display.widths.upperBound)
      }
      alphabet = Display.isUnicode(environment) ? .unicode : .ascii
      // A terminal that calls itself dumb knows of nothing but characters.
      if environment["TERM"] != "dumb" {
        medium = .terminal
        ink = (environment["NO_COLOR"] ?? "").isEmpty ? Display.colors(environment) : .type
      }
    }
    if let asked = try arguments.number(of: .width, in: Display.widths) { width = asked }
    if arguments.has(.ascii) { alphabet = .ascii }
    switch arguments.value(of: .color) {
    case nil, "auto": break
    case "always": ink = Display.colors(environment)
    case "never": ink = .none
    case let other?: throw .usage("`--color` takes auto, always or never, not `\(other)`")
    }
  }

  /// Lays out transcripts so.
  var renderer: TextRenderer {
    TextRenderer(width: width, alphabet: alphabet, ink: ink, medium: medium)
  }

  private static let widths = 20...500

  /// The colours that there are: more than 16 only where the terminal says so.
  private static func colors(_ environment: [String: String]) -> Ink {
    ["truecolor", "24bit"].contains(environment["COLORTERM"]) ? .full : .sixteen
  }

  /// Whether the locale's characters are Unicode: the first of the three variables that says anything decides.
  private static func isUnicode(_ environment: [String: String]) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let name = (locale ?? "").lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }
}

/// A line of a progress file: what was done with a step, or that the reader left off there.
///
///     backpropagation  9f86d081884c7d65  answered  question 1
///
/// Between the four fields stands a tab each, and behind `reply` another field with what was replied to a question, behind `bookmark` two
/// numbers; what stands behind the words of practice is told at `PracticeMark`. What a field cannot hold is written as in Swift: `\t`, `\n`, `\\`, `\u{1B}`.
struct ProgressEntry: Hashable {
  /// The lesson's name.
  let lesson: String
  /// The fingerprint of the step.
  let fingerprint: Fingerprint
  /// What is noted.
  let mark: Mark
  /// What the step is called, for people, and to know a step again whose text has changed.
  let stepName: String

  /// What is noted of a step.
  enum Mark: Hashable {
    /// What was done with it.
    case state(StepState)
    /// What was replied to a question, rightly.
    case reply(String)
    /// The reader has marked it: so many parts of the step before the one that was shown last, and so many beats of that.
    case bookmark(part: Int, beat: Int)
    /// The reader was there last.
    case here
    /// What was practised.
    case practice(PracticeMark)
  }

  init(lesson: String, fingerprint: Fingerprint, mark: Mark, stepName: String) {
    self.lesson = lesson
    self.fingerprint = fingerprint
    self.mark = mark
    self.stepName = stepName
  }

  /// The entry that `line` is; `nil` when it is none that this version knows.
  init?(line: String) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count >= 4, let lesson = fields[0].unescaped, let fingerprint = Fingerprint(text: fields[1]),
      let mark = Mark(word: fields[2], behind: fields[4...]), let stepName = fields[3].unescaped
    else { return nil }
    self.init(lesson: lesson, fingerprint: fingerprint, mark: mark, stepName: stepName)
  }

  /// The line, without its end.
  var line: String {
    ([Self.field(ofLesson: lesson), fingerprint.text, mark.word, stepName.escaped] + mark.furtherFields)
      .joined(separator: "\t")
  }

  /// The first field of the lines about a lesson.
  static func field(ofLesson name: String) -> String { name.escaped }
}

extension ProgressEntry.Mark {
  private static let hereWord = "here"
  private static let replyWord = "reply"
  private static let bookmarkWord = "bookmark"

  /// The mark of a word and the fields behind the step's name.
  fileprivate init?(word: String, behind fields: ArraySlice<String>) {
    if word == Self.replyWord, fields.count == 1, let reply = fields.first?.unescaped {
      self = .reply(reply)
    } else if word == Self.bookmarkWord, fields.count == 2, let part = fields.first.flatMap({ Int($0) }),
      let beat = fields.last.flatMap({ Int($0) })
    {
      self = .bookmark(part: part, beat: beat)
    } else if let practice = PracticeMark(word: word, behind: fields) {
      self = .practice(practice)
    } else if !fields.isEmpty {
      return nil
    } else if word == Self.hereWord {
      self = .here
    } else if let state = StepState(rawValue: word) {
      self = .state(state)
    } else {
      return nil
    }
  }

  /// The fields behind the step's name.
  fileprivate var furtherFields: [String] {
    switch self {
    case .reply(let reply): [reply.escaped]
    case .bookmark(let part, let beat): [String(part), String(beat)]
    case .practice(let practice): practice.fields
    case .state, .here: []
    }
  }

  fileprivate var word: String {
    switch self {
    case .state(let state): state.rawValue
    case .reply: Self.replyWord
    case .bookmark: Self.bookmarkWord
    case .here: Self.hereWord
    case .practice(let practice): practice.word
    }
  }
}

extension String {
  /// The text as a field of a line: whatever could end the field or the line, or steer a terminal, is spelt out.
  var escaped: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case _ where Self.isControl(scalar):
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text of a field; `nil` when a `\` in it is followed by nothing that is known.
  var unescaped: String? {
    var result = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        result.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "\\": result.append("\\")
      case "t": result.append("\t")
      case "n": result.append("\n")
      case "r": result.append("\r")
      case "u":
        guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}"),
          let value = UInt32(String(rest[..<end]), radix: 16), let named = Unicode.Scalar(value)
        else { return nil }
        result.append(named)
        rest = rest[end...].dropFirst()
      default: return nil
      }
    }
    return String(result)
  }

  /// Whether the scalar is a control character, ends a line in some editor, or turns the direction of what follows.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

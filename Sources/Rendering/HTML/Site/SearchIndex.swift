internal import PlainText
internal import Prose
public import Transcript

/// What the search of a site knows of the lessons: their titles, their headings, and the words in them.
///
/// It is a script of its own, which is loaded when somebody searches first. Cost: O(n) for n bytes of prose.
public struct SearchIndex: Sendable {
  /// The most bytes of the script.
  public static let mostBytes = 150_000

  private var lessons: [Entry] = []

  private struct Entry {
    let name: String
    let title: String
    let headings: [String]
    let words: Set<String>
  }

  /// An index of nothing.
  public init() {}

  /// Takes a lesson in.
  public mutating func add(_ transcript: Transcript) {
    let area = TextArea(width: 1_000_000, alphabet: .unicode, notation: Alphabet.unicode.notation)
    var headings: [String] = []
    var words: Set<String> = []
    for part in transcript.parts {
      switch part {
      case .prose(let block):
        if case .heading(_, let spans) = block { headings.append(area.text(spans).harmlessLine) }
        for line in area.lines(of: block) { words.formUnion(line.plainText.searchedWords) }
      case .question(let question): words.formUnion(area.text(question.text).searchedWords)
      case .step(let step): words.formUnion(step.name.searchedWords)
      }
    }
    lessons.append(
      Entry(
        name: transcript.lesson, title: transcript.title.harmlessLine,
        headings: headings.filter { $0 != transcript.title }, words: words))
  }

  /// The script; the words that most lessons have are left out, and of too many those that the fewest have.
  public var text: String {
    let titles = lessons.map { entry -> JSONValue in
      .array([
        .string(entry.name.fileAddress), .string(entry.title), .array(entry.headings.map { .string($0) }),
      ])
    }
    let head = "longhandSearch({\"lessons\":\(JSONValue.array(titles).line.inScript),\"words\":\""
    let room = Self.mostBytes - head.utf8.count - 10
    var text = ""
    var size = 0
    // The words that many have come first: those that few have are found by titles and headings, too.
    for (word, places) in postings {
      let line = word + " " + places.map { String($0, radix: 36) }.joined(separator: " ") + "|"
      size += line.utf8.count
      guard size <= room else { break }
      text += line
    }
    return head + text + "\"});\n"
  }

  private var postings: [(word: String, places: [Int])] {
    var places: [String: [Int]] = [:]
    for (index, lesson) in lessons.enumerated() {
      for word in lesson.words { places[word, default: []].append(index) }
    }
    let most = max(1, lessons.count * 2 / 3)
    return places.filter { $0.value.count <= most }.map { (word: $0.key, places: $0.value) }
      .sorted { ($1.places.count, $0.word) < ($0.places.count, $1.word) }
  }
}

extension String {
  /// The words of three letters at least, in small letters; of `back-propagation` also `backpropagation`.
  fileprivate var searchedWords: [String] {
    lowercased().split { !$0.isLetter && $0 != "-" }
      .flatMap { word -> [String] in
        let parts = word.split(separator: "-")
        return (parts.count > 1 ? parts + [Substring(parts.joined())] : parts).map(String.init)
      }
      .filter { (3...30).contains($0.count) && $0.utf8.count <= 60 }
  }

  /// JSON as it may stand in a script.
  fileprivate var inScript: String {
    replacing("<", with: "\\u003c").replacing("\u{2028}", with: "\\u2028").replacing(
      "\u{2029}", with: "\\u2029")
  }
}

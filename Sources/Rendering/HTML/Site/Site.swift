/// A course as a site: what its index, its glossary and the ways between its pages say.
public struct Site: Hashable, Sendable {
  /// The parts of the course, in order.
  public var parts: [Part]
  /// The names of the lessons in the order in which they are read.
  public var readingOrder: [String]
  /// The words that the lessons explain, in the order of the alphabet.
  public var words: [Word]

  /// A part of the course.
  public struct Part: Hashable, Sendable {
    /// What it is called.
    public var title: String
    /// What somebody can do afterwards, as a sentence; `nil` where the course does not say.
    public var afterwards: String?
    /// Its lessons, in the order in which they are read.
    public var lessons: [Lesson]

    /// A part with all that it holds.
    public init(title: String, afterwards: String?, lessons: [Lesson]) {
      self.title = title
      self.afterwards = afterwards
      self.lessons = lessons
    }
  }

  /// A lesson, as the index has it.
  public struct Lesson: Hashable, Sendable {
    /// Its name, which is that of its file.
    public var name: String
    /// Its title.
    public var title: String
    /// The names of the lessons of the course that it needs.
    public var needs: [String]

    /// A lesson with all that is said of it.
    public init(name: String, title: String, needs: [String]) {
      self.name = name
      self.title = title
      self.needs = needs
    }
  }

  /// A word, and what it means.
  public struct Word: Hashable, Sendable {
    /// The word, and its other spellings.
    public var names: String
    /// What it means.
    public var explanation: String
    /// The name of the lesson that explains it.
    public var lesson: String

    /// A word with what is said of it.
    public init(names: String, explanation: String, lesson: String) {
      self.names = names
      self.explanation = explanation
      self.lesson = lesson
    }
  }

  /// A site of a course.
  public init(parts: [Part], readingOrder: [String], words: [Word]) {
    self.parts = parts
    self.readingOrder = readingOrder
    self.words = words
  }
}

extension Site {
  /// The folder of the lessons' pages, beside the index.
  public static let lessonFolder = "lessons"

  /// All lessons, part by part.
  var lessons: [Lesson] { parts.flatMap(\.lessons) }

  /// The place of a lesson's page among those of the site.
  public func place(of name: String) -> SitePlace {
    let index = readingOrder.firstIndex(of: name)
    let link = { (place: Int) -> SitePlace.Link? in
      guard readingOrder.indices.contains(place),
        let lesson = lessons.first(where: { $0.name == readingOrder[place] })
      else { return nil }
      return SitePlace.Link(title: lesson.title, address: lesson.name.fileAddress)
    }
    return SitePlace(
      lesson: name, previous: index.flatMap { link($0 - 1) }, next: index.flatMap { link($0 + 1) })
  }
}

/// Where a page stands in its site.
public struct SitePlace: Hashable, Sendable {
  /// The name of its lesson, under which progress is kept.
  let lesson: String
  /// The lesson before it.
  let previous: Link?
  /// The lesson behind it.
  let next: Link?

  /// A page of another lesson.
  struct Link: Hashable, Sendable {
    let title: String
    let address: String
  }

  /// The ways to the index and to the lessons before and behind.
  func markup(label: String) -> String {
    var links = ["<a href=\"../index.html\">All lessons</a>"]
    if let previous {
      links.append(
        "<a rel=\"prev\" href=\"\(previous.address)\">Before: \(previous.title.escapedForMarkup)</a>")
    }
    if let next {
      links.append("<a rel=\"next\" href=\"\(next.address)\">Next: \(next.title.escapedForMarkup)</a>")
    }
    return
      "<nav class=\"ways\" aria-label=\"\(label)\"><ul>\(links.map { "<li>\($0)</li>" }.joined())</ul></nav>\n"
  }
}

extension String {
  /// The address of the page of a lesson of this name, in its folder.
  var fileAddress: String {
    let plain = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in utf8 {
      if plain.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self) + ".html"
  }
}

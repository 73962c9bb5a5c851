/// The lessons of a course as somebody can move among them: each with how far they are in it, and what comes next.
public struct CoursePage: Hashable, Sendable {
  /// The parts, in order.
  public var parts: [Part]
  /// The lesson to read next, by its name; `nil` where all is done.
  public var next: String?
  /// What is said of the whole: `3 of 61 lessons done.`
  public var summary: String

  /// A part of a course.
  public struct Part: Hashable, Sendable {
    /// The lines above its lessons.
    public var heading: [String]
    /// Its lessons, in the order in which they are read.
    public var lessons: [Lesson]

    /// A part with all that it holds.
    public init(heading: [String], lessons: [Lesson]) {
      self.heading = heading
      self.lessons = lessons
    }
  }

  /// A lesson as it is listed.
  public struct Lesson: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its title.
    public var title: String
    /// How far it is read.
    public var standing: Standing
    /// What is to be known of it, in sentences: how far it is read, what it needs.
    public var facts: [String]
    /// Why it is to be practised: what has come back, or is unfinished; `nil` where there is no reason.
    public var practice: String?

    /// A lesson with all that is said of it.
    public init(name: String, title: String, standing: Standing, facts: [String], practice: String? = nil) {
      self.name = name
      self.title = title
      self.standing = standing
      self.facts = facts
      self.practice = practice
    }
  }

  /// How far a lesson is read.
  public enum Standing: Hashable, Sendable {
    /// Not at all.
    case new
    /// Begun.
    case begun
    /// To its end.
    case done
    /// The lesson has errors.
    case broken
  }

  /// A course with all that it holds.
  public init(parts: [Part], next: String?, summary: String) {
    self.parts = parts
    self.next = next
    self.summary = summary
  }

  /// All lessons, in order.
  public var lessons: [Lesson] { parts.flatMap(\.lessons) }
}

/// Which lessons come before which, in a course.
public struct Needs: Sendable {
  /// The lessons that each lesson names.
  private let direct: [String: [String]]

  /// The lessons by their names, each with the names of those that it needs.
  public init(_ direct: [String: [String]]) { self.direct = direct }

  /// All lessons that come before one that needs `lessons`: these, and what they need in turn. Cost: O(n).
  public func all(before lessons: [String]) -> Set<String> {
    var found: Set<String> = []
    var rest = lessons
    while let lesson = rest.popLast() {
      if found.insert(lesson).inserted { rest += direct[lesson] ?? [] }
    }
    return found
  }
}

/// A part of the course: the tens of a lesson's number say which.
struct CoursePart: Hashable, Comparable {
  /// The part's number; `nil` for the lessons that have none.
  let number: Int?

  /// The part of a lesson whose file is called so, without its extension: `31-backpropagation` is in part 3.
  init(ofNumberedName name: String) {
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    let number = name.dropFirst(digits.count).first == "-" ? Int(digits) : nil
    self.number = number.flatMap { $0 < 10 ? nil : $0 / 10 }
  }

  /// The line above the part's lessons.
  var heading: String {
    guard let number else { return "Other lessons" }
    return CoursePart.names[number].map { "Part \(number): \($0)" } ?? "Part \(number)"
  }

  /// Parts come by their numbers, and the lessons without one last.
  static func < (one: CoursePart, other: CoursePart) -> Bool {
    (one.number ?? .max) < (other.number ?? .max)
  }

  private static let names = [
    1: "The neuron", 2: "The network", 3: "Back-propagation", 4: "Cost", 5: "Descent", 6: "Learning well",
    7: "Pictures", 8: "Sequences", 9: "Making and knowing",
  ]
}

extension Course {
  /// The parts that there are, in order, each with its lessons in theirs.
  var parts: [(part: CoursePart, lessons: [CourseLesson])] {
    let numbered = lessons.map { (part: CoursePart(ofNumberedName: $0.numberedName), lesson: $0) }
    return Set(numbered.map(\.part)).sorted().map { part in
      (part, numbered.filter { $0.part == part }.map(\.lesson))
    }
  }
}

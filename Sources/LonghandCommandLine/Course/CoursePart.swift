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

  /// Parts come by their numbers, and the lessons without one last.
  static func < (one: CoursePart, other: CoursePart) -> Bool {
    (one.number ?? .max) < (other.number ?? .max)
  }
}

extension Course {
  /// The parts that there are, in order, each with its lessons in that of their file names.
  var parts: [(part: CoursePart, lessons: [CourseLesson])] {
    let numbered = lessons.map { (part: CoursePart(ofNumberedName: $0.numberedName), lesson: $0) }
    return Set(numbered.map(\.part)).sorted().map { part in
      (part, numbered.filter { $0.part == part }.map(\.lesson))
    }
  }
}

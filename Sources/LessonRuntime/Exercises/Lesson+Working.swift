import Diagnostics
import LessonDocument
import LessonProgram
import Prose

// The working of a lesson, without what it tells: what sheets and practice are made of.

extension Lesson {
  /// The lesson's working alone: its statements up to the first training, loop or table of a range, and the headings above them.
  ///
  /// Prose, questions, checks and pictures of curves are left out, which change no number.
  public var working: Lesson { arranged(Arrangement(workingPlaces.map { .statement($0) })) }

  /// Whether there is anything in it to be worked out.
  public var hasWorking: Bool { workingPlaces.contains { instructions[$0].kind.isWorkedOut } }

  /// How many decimals its numbers are shown with, and how further digits are treated.
  public var digits: (decimals: Int, areCutOff: Bool) {
    (document.frontMatter.decimals, document.frontMatter.rounding != .nearest)
  }

  /// The lesson with its statements arranged otherwise.
  func arranged(_ arrangement: Arrangement) -> Lesson {
    var lesson = self
    lesson.arrangement = arrangement
    lesson.instructions = arrangement.instructions(instructions)
    return lesson
  }

  /// Where the statements stand of which the working is made. Of headings those are left out below which nothing stands.
  var workingPlaces: [Int] {
    var places: [Int] = []
    var headings: [(place: Int, level: Int)] = []
    for (place, instruction) in instructions.enumerated() {
      if instruction.kind.endsWorking { break }
      if case .prose(.heading(level: let level, spans: _)) = instruction.kind {
        headings.removeAll { $0.level >= level }
        headings.append((place, level))
      } else if instruction.kind.isWorking {
        places += headings.map(\.place)
        headings = []
        places.append(place)
      }
    }
    return places
  }
}

extension Instruction.Kind {
  /// Whether what comes behind it cannot be worked out by hand any more.
  fileprivate var endsWorking: Bool {
    switch self {
    case .train, .loop, .record: true
    default: false
    }
  }

  /// Whether it belongs to the working.
  fileprivate var isWorking: Bool {
    switch self {
    case .given, .data, .optimizer, .function, .comment, .network: true
    default: isWorkedOut || changesOnlyNumbers
    }
  }

  private var changesOnlyNumbers: Bool { if case .reset = self { true } else { false } }

  /// Whether numbers come out of it.
  var isWorkedOut: Bool {
    switch self {
    case .define, .explain, .explainFamily, .explainDerivatives, .backward, .forward, .update, .assign: true
    case .prose, .comment, .given, .function, .optimizer, .train, .reset, .data, .loop, .record, .table,
      .plot,
      .network, .checks, .ask:
      false
    }
  }
}

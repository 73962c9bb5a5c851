public import Transcript

/// What is said of one number that was handed in.
public struct Mark: Sendable {
  /// The line of the sheet that it is held against: its index.
  public let line: Int
  /// The number as it was written.
  public let number: HandedNumber
  /// How it is taken.
  public internal(set) var verdict: Verdict

  /// How a number is taken.
  public enum Verdict: Sendable {
    /// It is the lesson's, to so many decimals; `nil` where it is exact.
    case right(Digits)
    /// It is not the lesson's, but follows from the number at another line.
    case follows(from: Int, isRounding: Bool)
    /// It is wrong, and this is where.
    case wrong(Slip)
  }

  /// How the digits of a right number agree.
  public enum Digits: Sendable, Hashable {
    /// All of them are the lesson's number.
    case exact
    /// The number is rounded after so many decimals.
    case rounded(Int)
    /// The number is cut off after so many decimals.
    case cutOff(Int)
  }

  /// Whether it earns its marks: it is right, or right for the numbers before it.
  public var isCounted: Bool {
    switch verdict {
    case .right, .follows: true
    case .wrong: false
    }
  }
}

/// What has gone wrong with a number.
public struct Slip: Sendable {
  /// What it is.
  public let kind: Kind
  /// What is said of it, behind the number.
  public let words: [Phrase]

  /// The kinds of slips, each with the word under which it is counted.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The sign of all of it is the other one.
    case sign = "sign"
    /// Fewer digits were carried on than the lesson shows, so that later numbers are off.
    case roundedEarly = "rounded early"
    /// A factor, or what it is divided by, is missing.
    case factorLeftOut = "factor left out"
    /// A term, or a path of a chain, is missing.
    case termLeftOut = "term left out"
    /// A function or an exponent is missing.
    case functionLeftOut = "function left out"
    /// The sign of a part is turned.
    case signOfPart = "sign of a part"
    /// Twice or half of it.
    case multiple = "twice or half"
    /// The sum of numbers stands in the place of their mean.
    case sumForMean = "sum for mean"
    /// The mean of numbers stands in the place of their sum.
    case meanForSum = "mean for sum"
    /// Another name stands in the place of one.
    case otherName = "another number taken"
    /// A param is taken as it is after its update.
    case updatedEarly = "already updated"
    /// A param, or what follows from it, is taken as it was before.
    case notUpdated = "not yet updated"
    /// The indices of a family are the other way round.
    case transposed = "transposed"
    /// A number of another line stands here.
    case otherLine = "number of another line"
    /// It follows from a number that carries nothing forward.
    case carriesNothing = "carries nothing forward"
    /// It is near.
    case near = "near"
    /// Nothing more is known.
    case unknown = "unknown"
  }
}

/// What is said of all numbers of one file.
public struct MarkedNumbers: Sendable {
  /// A mark for each number, in the order of the lesson.
  public internal(set) var marks: [Mark]

  /// The place among the marks of the first that is wrong here, which is where to look: of those on which others hang, the one that
  /// is worked out first.
  public internal(set) var first: Int?
}

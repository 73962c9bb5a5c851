package import LessonLanguage

// Who may change a given number, beside `<-`.

extension GivenKind {
  /// Whether it is learned, and can get its own number again.
  package var isLearned: Bool { self == .param }

  /// Whether rows of data set it where a column bears its name.
  package var isSetByRows: Bool { self == .input || self == .target }

  /// Whether it is drawn anew at each forward pass, if it is drawn at random.
  package var isDrawnAnew: Bool { self == .input }
}

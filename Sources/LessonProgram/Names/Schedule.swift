package import Algebra
package import Diagnostics
import LessonLanguage

/// A rate that is a formula of the epoch: `schedule eta = 0.1*0.5^floor((epoch - 1)/10)`.
///
/// It is no value: it is written out where its name stands, and has a number only where there is an epoch.
package struct Schedule {
  /// Where its name is given to it.
  package let range: SourceRange
  /// Its formula as it is written.
  let body: Expression

  /// What a schedule calls the number of the epoch, from 1.
  package static let epoch = Name("epoch")
}

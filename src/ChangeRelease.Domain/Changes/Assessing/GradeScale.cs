using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Turns a whole number into a grade: the greater the number, the greater the risk.</summary>
/// <param name="Lowest">The grade below the first step.</param>
/// <param name="Steps">Where the grade rises, in rising order; a step begins at its own number.</param>
public sealed record GradeScale(Grade Lowest, ValueList<ScaleStep> Steps)
{
    /// <summary>The number from which on the grade rises no more; null for a scale without steps.</summary>
    internal long? Last => Steps.Count == 0 ? null : Steps[^1].From;

    /// <summary>The grade of a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The grade of the last step that begins at it or before.</returns>
    public Grade For(long number) => Steps.LastOrDefault(step => step.From <= number)?.Grade ?? Lowest;

    internal IEnumerable<AssessmentFault> Faults(string place, long least, long most)
    {
        foreach (var grade in Steps.Select(step => step.Grade).Prepend(Lowest).Where(grade => !Enum.IsDefined(grade)))
        {
            yield return new AssessmentFault("assessment.scale.grade-unknown", place, $"There is no grade {grade}.");
        }

        foreach (var step in Steps.Where(step => step.From <= least || step.From > most))
        {
            yield return new AssessmentFault("assessment.scale.out-of-reach", place, FormattableString.Invariant($"The step at {step.From} is never taken, or always: the numbers are {least} to {most}."));
        }

        foreach (var (before, after) in Steps.Zip(Steps.Skip(1)).Where(pair => pair.Second.From <= pair.First.From))
        {
            yield return new AssessmentFault("assessment.scale.not-rising", place, FormattableString.Invariant($"The step at {after.From} stands after that at {before.From}; steps stand in rising order."));
        }

        foreach (var (before, after) in Steps.Prepend(new ScaleStep(least, Lowest)).Zip(Steps).Where(pair => pair.Second.Grade <= pair.First.Grade))
        {
            yield return new AssessmentFault("assessment.scale.falls", place, FormattableString.Invariant($"The step at {after.From} brings {after.Grade} after {before.Grade}; a step brings a higher grade."));
        }
    }
}

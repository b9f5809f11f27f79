using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Ends the assessment; impact, risk, authority and times become part of what is approved.</summary>
/// <param name="Impact">How much the change touches.</param>
/// <param name="Risk">How likely it goes wrong, and how badly, in the assessor's own judgement: one voice among those of the scheme.</param>
/// <param name="Reasoning">Why; may be empty.</param>
/// <param name="AcceptableTimes">When the change may be made; empty keeps the times proposed before.</param>
/// <param name="Likelihood">How likely something goes wrong, for the matrix of the scheme; null where the scheme has none.</param>
/// <param name="Answers">The answers to the questions of the scheme; null or empty where it has none.</param>
/// <param name="Organization">How the people stand whom it reaches; null where the scheme does not grade it.</param>
public sealed record AssessChange(
    Grade Impact,
    Grade Risk,
    string Reasoning,
    ValueList<Slot> AcceptableTimes,
    Grade? Likelihood = null,
    ValueList<Answer>? Answers = null,
    OrganizationalScores? Organization = null) : ChangeCommand
{
    /// <summary>How much the change touches.</summary>
    public Grade Impact { get; init => field = Grades.Checked(value, nameof(Impact)); } = Grades.Checked(Impact, nameof(Impact));

    /// <summary>How likely it goes wrong, and how badly, in the assessor's own judgement: one voice among those of the scheme.</summary>
    public Grade Risk { get; init => field = Grades.Checked(value, nameof(Risk)); } = Grades.Checked(Risk, nameof(Risk));

    /// <summary>Why; may be empty.</summary>
    public string Reasoning { get; init => field = Text.Canonical(value, nameof(Reasoning)); } = Text.Canonical(Reasoning, nameof(Reasoning));

    /// <summary>How likely something goes wrong, for the matrix of the scheme; null where the scheme has none.</summary>
    public Grade? Likelihood { get; init => field = Grades.Checked(value, nameof(Likelihood)); } = Grades.Checked(Likelihood, nameof(Likelihood));

    /// <summary>The answers to the questions of the scheme; empty where it has none.</summary>
    public ValueList<Answer> Answers { get; init => field = value ?? []; } = Answers ?? [];

    private protected override Trigger Takes => ChangeTriggers.CompleteAssessment;

    internal override ChangeContent ContentAfter(ChangeRequest change, Stamp stamp) => change.Content with
    {
        Assessment = Appraisal.Alone(this, stamp),
        AcceptableTimes = AcceptableTimes.Count > 0 ? AcceptableTimes : change.Content.AcceptableTimes,
    };

    internal override ChangeContent ContentAfter(ChangeAttempt attempt) => ContentAfter(attempt.Change, attempt.Stamp) with { Assessment = Appraisal.Of(this, attempt) };

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new AssessmentCompleted(header, attempt.ContentAfter.Assessment!, attempt.ContentAfter.AcceptableTimes);
}

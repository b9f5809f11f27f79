using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What the conditions of a rule table look at.</summary>
/// <param name="Services">The services affected; each counts once.</param>
/// <param name="Environments">The environments.</param>
/// <param name="Model">The id of the change model.</param>
/// <param name="Answers">What was answered.</param>
internal sealed record RuleCase(ValueList<ServiceId> Services, ValueList<EnvironmentId> Environments, string Model, ValueList<Answer> Answers)
{
    /// <summary>How many services are affected.</summary>
    public int ServiceCount { get; init; } = Services.Distinct().Count();

    public string? AnswerTo(string question) => Answers.FirstOrDefault(answer => answer.Question == question)?.Choice;

    public override string ToString() => $"services {Services}{(ServiceCount > Services.Count ? FormattableString.Invariant($", {ServiceCount} in all") : string.Empty)}, environments {Environments}, model {Model}{(Answers.Count == 0 ? string.Empty : $", answers {Answers}")}";
}

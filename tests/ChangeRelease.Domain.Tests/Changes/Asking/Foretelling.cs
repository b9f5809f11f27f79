using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Changes.Asking;

/// <summary>What was said beforehand against what was done (S-7): what kind of pair it is, and what does not fit.</summary>
internal sealed record Foretelling(string Kind, string? Problem)
{
    public static Foretelling Of(ChangeRequest change, ChangeCommand command, ChangeFacts facts, Decision<ChangeEvent> done)
    {
        if (ChangeDecider.Ask(change, facts) is not { } prospects)
        {
            return Same("no model", ["change.model.unknown"], Codes(done));
        }

        var prospect = prospects.For(command.Trigger!);
        if (prospect is null || prospect.Outcomes.Count == 0)
        {
            return Same("undefined", [prospect is null ? "lifecycle.transition.undefined" : prospect.Refusals.Single().Code], Codes(done));
        }

        if (facts.Stamp.At < change.LastAt)
        {
            var coded = Same("out of time", ["change.time.backwards"], Codes(done));
            return coded.Problem is null ? Same("out of time", prospect.Refusals, done.Refusals) : coded;
        }

        return Along(prospect, done);
    }

    private static Foretelling Along(Prospect prospect, Decision<ChangeEvent> done)
    {
        var open = prospect.Conditions.Select(condition => condition.Requirement.Code).ToHashSet(StringComparer.Ordinal);
        var kind = done.IsAccepted ? "accepted" : prospect.IsAvailable ? "decided by the input" : "refused beforehand";
        return Same(kind, prospect.Refusals, done.Refusals.Where(refusal => !open.Contains(refusal.Code)));
    }

    private static IEnumerable<string> Codes(Decision<ChangeEvent> done) => done.Refusals.Select(refusal => refusal.Code);

    private static Foretelling Same<T>(string kind, IEnumerable<T> said, IEnumerable<T> done) =>
        new(kind, said.SequenceEqual(done) ? null : $"{kind}: said {string.Join("; ", said)}, done {string.Join("; ", done)}");
}

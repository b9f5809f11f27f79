using ChangeRelease.Domain.Tests.Changes.Matrices;
using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.Changes.Journeys;

/// <summary>Random commands over every built-in model against the hand-written tables and the invariants (S-8, S-10).</summary>
internal sealed class JourneyPromise : IPromise
{
    private static readonly string[] Models = [.. Matrix.Of.Keys.Order(StringComparer.Ordinal)];

    public string Claim => "No command leaves the tables, breaks an invariant, or comes to a change that is made without its authorization.";

    public void Walk(Batch batch, Findings findings)
    {
        var model = Models[batch.Number % Models.Length];
        var wandering = new Wandering(model, "Reviewing", batch.Own);
        wandering.Go(batch.Size);
        findings.Check(wandering.Commands);
        findings.Count("journeys", wandering.Journeys);
        findings.Count("accepted", wandering.Journal.Accepted);
        foreach (var (state, trigger, inCase, times) in wandering.Journal.Taken)
        {
            findings.Count(Cell(model, state, trigger, inCase), times);
        }

        foreach (var (code, times) in wandering.Journal.Codes)
        {
            findings.Count(code, times);
        }

        wandering.Journal.Wrong.ForEach(findings.Differ);
    }

    private static string Cell(string model, string state, string trigger, string? inCase) => $"{model}: {trigger} in {state}{(inCase is null ? string.Empty : $", {inCase}")}";
}

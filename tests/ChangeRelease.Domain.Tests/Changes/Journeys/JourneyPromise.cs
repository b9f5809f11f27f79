using ChangeRelease.Domain.Tests.Changes.Matrices;
using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.Changes.Journeys;

/// <summary>Random commands over every built-in model against the hand-written tables and the invariants (S-8, S-10).</summary>
internal sealed class JourneyPromise : IPromise
{
    private static readonly string[] Models = [.. Matrix.Of.Keys.Order(StringComparer.Ordinal)];

    public string Claim => "No command leaves the tables, breaks an invariant, or comes to a change that is made without its authorization.";

    /// <summary>How many of each model's cells were taken, of how many there are.</summary>
    public static string Covered(Findings findings) => string.Join("; ", Models.Select(model =>
    {
        var cells = Matrix.Of[model].Cells.SelectMany(cell => cell.Answers.Select(answer => Cell(model, cell.State, cell.Trigger, answer.Case))).ToList();
        return FormattableString.Invariant($"{model}: {cells.Count(findings.Kinds.ContainsKey)} of {cells.Count} cells, the least {cells.Min(cell => findings.Kinds.GetValueOrDefault(cell))} times");
    }));

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

using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Builds the table that a document stands for, and tells what is wrong with it by the places of the document.</summary>
internal sealed class TableBuilding<TAttempt>(DocumentPlaces places, DocumentFaults faults)
{
    private const int PartsOfRow = 20;

    public void CheckName(string id, int version)
    {
        if (Identifier.Problem(id) is { } problem)
        {
            faults.Add("lifecycle.document.name-unfit", "$.id", $"A lifecycle's name {problem}. Name it otherwise.");
        }

        if (version < 1)
        {
            faults.Add("lifecycle.document.version-unfit", "$.version", "Versions count from 1. Write 1 or more.");
        }
    }

    // A short document may name long lists of states for rows with long lists of cases: what counts is the table that it stands for.
    public bool Fits(IReadOnlyList<RowEntry> transitions, DocumentLimits limits)
    {
        var (most, rows, parts) = (limits.MostOf("transitions"), 0L, 0L);
        foreach (var row in transitions)
        {
            faults.Step();
            rows += row.From.Full.Count;
            parts += (long)row.From.Full.Count * ((row.Cases?.Count ?? 0) + (row.Ways?.Sum(way => 1 + (way.Origins?.Count ?? 0)) ?? 0) + (row.Needs?.Count ?? 0));
        }

        var fits = rows <= most && parts <= (long)PartsOfRow * most;
        if (!fits)
        {
            faults.Fault("document.too-many-items", "$.transitions", FormattableString.Invariant($"Written for each of their states, these are {rows} rows with {parts} cases, origins and requirements; {most} with {(long)PartsOfRow * most} is the most. Take some out, or raise the limit."));
        }

        return fits;
    }

    // A table that lacks what the document meant to be there is not compared with its parent: it may be laxer for that alone.
    public Lifecycle<TAttempt>? Build(LifecycleTable<TAttempt> table)
    {
        if (faults.Count > 0)
        {
            Tell(table, table.Faults.Concat(LifecycleVerification<TAttempt>.FaultsOf(table)));
            return null;
        }

        try
        {
            return Lifecycle.Build(table);
        }
        catch (LifecycleDefinitionException wrong)
        {
            Tell(table, wrong.Faults);
            return null;
        }
    }

    private void Tell(LifecycleTable<TAttempt> table, IEnumerable<LifecycleFault> wrong)
    {
        foreach (var fault in wrong.Where(fault => !places.IsDoubtful(fault.Code)).TakeWhile(_ => !faults.IsFull))
        {
            faults.Add(fault.Code, PathOf(table, fault), $"{fault.Place}: {places.Say(fault.Message)}");
        }
    }

    // Where the last move of the way to it is a row of the parent's, what loosens is the last move before that the document wrote.
    private string PathOf(LifecycleTable<TAttempt> table, LifecycleFault fault)
    {
        if (!string.Equals(fault.Code, "lifecycle.derivation.loosens", StringComparison.Ordinal) || places.RowOf(fault.Place) is not null)
        {
            return places.PathOf(fault);
        }

        var moves = LifecycleComparison.AtLeastAsStrict(table.Describe(), table.Parent!.Description).Moves;
        return moves.Select(move => places.RowOf($"{move.From} on {move.Trigger}")).LastOrDefault(path => path is not null) ?? places.PathOf(fault);
    }
}

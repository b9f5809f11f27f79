using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>From a well-shaped document to a lifecycle: every name is looked up, then the table is built and verified like any other.</summary>
internal sealed class LifecycleResolution<TAttempt>(LifecycleEntry entry, Vocabulary<TAttempt> vocabulary, DocumentFaults faults)
{
    private readonly Places _places = new(faults);

    public Lifecycle<TAttempt>? Resolve()
    {
        // What is wrong with the shape may be a misspelled member, and then the table says less than its writer meant.
        var isWellShaped = faults.Count == 0;
        if (NameProblem() is { } problem)
        {
            faults.Add("lifecycle.document.name-unfit", "$.id", problem);
        }

        if (entry.Version < 1)
        {
            faults.Add("lifecycle.document.version-unfit", "$.version", "Versions count from 1. Write 1 or more.");
        }

        var table = new LifecycleTable<TAttempt>(entry.Id, entry.Version) { Parent = Parent() };
        Fill(table);
        return isWellShaped ? Build(table) : null;
    }

    private string? NameProblem() => Identifier.Problem(entry.Id) is { } problem ? $"A lifecycle's name {problem}." : null;

    private Lifecycle<TAttempt>? Parent() => entry.DerivedFrom is { } parent ? new Definitions<TAttempt>(vocabulary, faults, _places.Suggestions).Find(parent, "$.derivedFrom") : null;

    private void Fill(LifecycleTable<TAttempt> table)
    {
        var words = new TableWords(entry, _places, faults);
        table.In([.. words.States]);
        if (words.State(entry.Start, "$.start") is { } start)
        {
            table.StartsIn(start);
        }

        table.EndsIn([.. entry.Ends.Select((name, at) => words.State(name, $"$.ends[{at}]")).OfType<State>()]);
        foreach (var taken in words.Taken)
        {
            table.Takes(taken.Trigger, [.. taken.Parameters]);
        }

        var rows = new RowResolution<TAttempt>(words, vocabulary, _places, faults);
        for (var at = 0; at < entry.Transitions.Count && !faults.IsFull; at++)
        {
            table.Rows.AddRange(rows.Rows(entry.Transitions[at], at));
        }
    }

    private Lifecycle<TAttempt>? Build(LifecycleTable<TAttempt> table)
    {
        try
        {
            return Lifecycle.Build(table);
        }
        catch (LifecycleDefinitionException wrong)
        {
            foreach (var fault in wrong.Faults.Where(fault => !_places.IsDoubtful(fault.Code)))
            {
                faults.Add(fault.Code, _places.PathOf(fault), $"{fault.Place}: {InDocuments.Say(fault.Message)}");
            }

            return null;
        }
    }
}

using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Makes rows of the table from rows of the document.</summary>
internal sealed class RowResolution<TAttempt>(TableWords words, Vocabulary<TAttempt> vocabulary, DocumentPlaces places, DocumentFaults faults)
{
    private readonly Destinations<TAttempt> _destinations = new(words, vocabulary, places, faults);
    private readonly NeedResolution<TAttempt> _needs = new(vocabulary, places, faults);

    public IEnumerable<DraftRow<TAttempt>> Rows(RowEntry entry, int number)
    {
        faults.Step();
        var path = $"$.transitions[{number}]";
        var states = words.StatesOf(entry.From.Full, $"{path}.from", "The row leaves no state. Name one, or several.");
        var trigger = words.Trigger(entry.On, $"{path}.on");
        var lead = _destinations.Of(entry, path);
        var needs = _needs.Of(entry.Needs ?? [], $"{path}.needs");
        return trigger is null || lead is null ? [] : [.. states.Select(state => Row(state.State, trigger, entry, lead, needs, path))];
    }

    private DraftRow<TAttempt> Row(State from, Trigger trigger, RowEntry entry, Action<DraftRow<TAttempt>> lead, IReadOnlyList<Requirement<TAttempt>> needs, string path)
    {
        var row = new DraftRow<TAttempt>(from, trigger, entry.SideDoor is true);
        places.Row(row.Place, path);
        lead(row);
        foreach (var need in needs)
        {
            row.Needs(need);
        }

        return row;
    }
}

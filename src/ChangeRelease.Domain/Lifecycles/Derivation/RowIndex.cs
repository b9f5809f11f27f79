namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Finds the rows of a table by state and trigger while the table grows; when rows are taken out it must forget.</summary>
internal sealed class RowIndex<TAttempt>(List<DraftRow<TAttempt>> rows)
{
    private readonly Dictionary<(State From, Trigger Trigger), List<DraftRow<TAttempt>>> _known = [];
    private int _seen;

    public IReadOnlyList<DraftRow<TAttempt>> Of(State from, Trigger trigger)
    {
        for (; _seen < rows.Count; _seen++)
        {
            Add(rows[_seen]);
        }

        return _known.GetValueOrDefault((from, trigger), []);
    }

    public void Forget()
    {
        _known.Clear();
        _seen = 0;
    }

    private void Add(DraftRow<TAttempt> row)
    {
        if (!_known.TryGetValue((row.From, row.Trigger), out var same))
        {
            _known.Add((row.From, row.Trigger), same = []);
        }

        same.Add(row);
    }
}

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Goes along a class, interval by interval; a copy goes its own way.</summary>
internal ref struct IntervalCursor(IntervalTable table, LengthClass one)
{
    private readonly LengthClass _one = one;
    private ReadOnlySpan<long> _block = one.Count == 0 ? [] : table.BlockOf(one, 0);
    private int _at;

    public readonly bool Has => _at < _one.Count;

    public readonly long Start => IntervalBlocks.StartsOf(_block)[_at % IntervalBlocks.Intervals];

    public readonly long End => IntervalBlocks.EndsOf(_block)[_at % IntervalBlocks.Intervals];

    public readonly int Item => IntervalBlocks.ItemsOf(_block)[_at % IntervalBlocks.Intervals];

    public void MoveOn()
    {
        if (++_at % IntervalBlocks.Intervals == 0 && Has)
        {
            _block = table.BlockOf(_one, _at / IntervalBlocks.Intervals);
        }
    }
}

using System.Numerics;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Goes along a class, interval by interval; a copy goes its own way.</summary>
/// <typeparam name="T">What times are kept in.</typeparam>
internal ref struct IntervalCursor<T>(BlockTable<T> table, LengthClass one)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly LengthClass _one = one;
    private ReadOnlySpan<T> _block = one.Count == 0 ? [] : table.BlockOf(one, 0);
    private int _at;

    public readonly bool Has => _at < _one.Count;

    public readonly T Start => IntervalBlocks<T>.StartsOf(_block)[_at % IntervalBlocks.Intervals];

    public readonly T End => IntervalBlocks<T>.EndsOf(_block)[_at % IntervalBlocks.Intervals];

    public readonly int Item => IntervalBlocks<T>.ItemsOf(_block)[_at % IntervalBlocks.Intervals];

    public void MoveOn()
    {
        if (++_at % IntervalBlocks.Intervals == 0 && Has)
        {
            _block = table.BlockOf(_one, _at / IntervalBlocks.Intervals);
        }
    }
}

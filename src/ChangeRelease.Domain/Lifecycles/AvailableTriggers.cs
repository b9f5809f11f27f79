using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>The triggers that are available in a place; each is judged when it is enumerated, and nothing is allocated.</summary>
/// <typeparam name="TAttempt">What requirements judge.</typeparam>
public readonly ref struct AvailableTriggers<TAttempt>
{
    private readonly Place<TAttempt> _place;
    private readonly TAttempt _attempt;

    internal AvailableTriggers(Place<TAttempt> place, TAttempt attempt) => (_place, _attempt) = (place, attempt);

    /// <summary>Begins to judge them.</summary>
    /// <returns>An enumerator at its beginning.</returns>
    public Enumerator GetEnumerator() => new(_place.Rows, _attempt);

    /// <summary>All of them.</summary>
    /// <returns>The triggers in the order of the table.</returns>
    public ValueList<Trigger> ToValueList()
    {
        var triggers = new List<Trigger>();
        foreach (var trigger in this)
        {
            triggers.Add(trigger);
        }

        return triggers.ToValueList();
    }

    /// <summary>Goes from one available trigger to the next.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<CompiledRow<TAttempt>> _rows;
        private readonly TAttempt _attempt;
        private int _at;

        internal Enumerator(ReadOnlySpan<CompiledRow<TAttempt>> rows, TAttempt attempt)
        {
            _rows = rows;
            _attempt = attempt;
            _at = -1;
        }

        /// <summary>The available trigger that was found last.</summary>
        public readonly Trigger Current => _rows[_at].Trigger;

        /// <summary>Looks for the next one.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            while (++_at < _rows.Length)
            {
                if (_rows[_at].IsAvailable(_attempt))
                {
                    return true;
                }
            }

            return false;
        }
    }
}

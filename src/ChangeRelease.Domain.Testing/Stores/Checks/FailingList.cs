using System.Collections;

namespace ChangeRelease.Domain.Testing;

/// <summary>A list in which something happens when the item of one place is read: a cancellation, a failure, a crash.</summary>
internal sealed class FailingList<T>(IReadOnlyList<T> items, int place, Action happens) : IReadOnlyList<T>
{
    public int Count => items.Count;

    public T this[int index]
    {
        get
        {
            if (index == place)
            {
                happens();
            }

            return items[index];
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var at = 0; at < Count; at++)
        {
            yield return this[at];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

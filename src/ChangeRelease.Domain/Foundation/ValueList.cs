using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Creates lists that compare by what they hold.</summary>
public static class ValueList
{
    /// <summary>A list of the given items, in the given order.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="items">The items; they are copied.</param>
    /// <returns>The list.</returns>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) =>
        items.IsEmpty ? ValueList<T>.Empty : new ValueList<T>([.. items]);

    /// <summary>A list of the given items, in the given order.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="items">The items; they are copied.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items as ValueList<T> ?? new ValueList<T>([.. items]);
    }
}

/// <summary>An immutable list that is equal to another when both hold equal items in the same order, and prints them.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly ImmutableArray<T> _items;

    internal ValueList(ImmutableArray<T> items) => _items = items;

    /// <summary>The list without items.</summary>
    public static ValueList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>This list with one more item at its end.</summary>
    /// <param name="item">The item to add.</param>
    /// <returns>A new list; this one stays as it is.</returns>
    public ValueList<T> With(T item) => new(_items.Add(item));

    /// <summary>This list with further items at its end.</summary>
    /// <param name="items">The items to add, in order.</param>
    /// <returns>A new list; this one stays as it is.</returns>
    public ValueList<T> With(IEnumerable<T> items) => new(_items.AddRange(items));

    /// <summary>Whether both hold equal items in the same order.</summary>
    /// <param name="other">The list to compare with.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(ValueList<T>? other) =>
        ReferenceEquals(this, other) || (other is not null && _items.AsSpan().SequenceEqual(other._items.AsSpan(), EqualityComparer<T>.Default));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>The items between square brackets, separated by commas.</summary>
    /// <returns>For example <c>[payments, ledger]</c>.</returns>
    public override string ToString() => $"[{string.Join(", ", _items)}]";

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using System.Collections.Immutable;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Facts of the host's own, by typed keys: looked up before the decision, recorded with it (S-2, S-6).</summary>
public sealed class FactSet
{
    private readonly ImmutableSortedDictionary<string, Entry> _entries;

    private FactSet(ImmutableSortedDictionary<string, Entry> entries) => _entries = entries;

    /// <summary>No fact.</summary>
    public static FactSet None { get; } = new(ImmutableSortedDictionary.Create<string, Entry>(StringComparer.Ordinal));

    /// <summary>What a decision records of them: each by name, with its version or its value as text.</summary>
    public ValueList<Fact> Recorded => _entries.Select(entry => new Fact(entry.Key, entry.Value.Recorded)).ToValueList();

    /// <summary>These facts with one more, or another one under the same key.</summary>
    /// <typeparam name="T">The fact's type.</typeparam>
    /// <param name="key">Its key.</param>
    /// <param name="value">The fact.</param>
    /// <param name="recorded">What the decision records of it: the version of a stored document, or the value itself as text (S-6).</param>
    /// <returns>New facts.</returns>
    /// <exception cref="ArgumentNullException">An argument is null; what is not known is left out.</exception>
    public FactSet With<T>(FactKey<T> key, T value, string recorded)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(recorded);
        return new FactSet(_entries.SetItem(key.Name, new Entry(value, recorded)));
    }

    /// <summary>Whether a fact is known under a key, and of its type.</summary>
    /// <typeparam name="T">The fact's type.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>True when it is.</returns>
    public bool Knows<T>(FactKey<T> key) => TryGet(key, out _);

    /// <summary>The fact under a key.</summary>
    /// <typeparam name="T">The fact's type.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="KeyNotFoundException">It is not known; ask <see cref="Knows"/> in a requirement of its own first.</exception>
    public T Get<T>(FactKey<T> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return TryGet(key, out var value) ? value : throw new KeyNotFoundException($"The fact '{key}' is not known.");
    }

    /// <summary>The fact under a key, when it is known.</summary>
    /// <typeparam name="T">The fact's type.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="value">The fact; meaningless when it is not known.</param>
    /// <returns>Whether it is known.</returns>
    public bool TryGet<T>(FactKey<T> key, out T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var known = _entries.TryGetValue(key.Name, out var entry) && entry.Value is T;
        value = known ? (T)entry!.Value : default!;
        return known;
    }

    /// <summary>What is recorded of each.</summary>
    /// <returns>For example <c>[database: orders-7]</c>.</returns>
    public override string ToString() => Recorded.ToString();

    private sealed record Entry(object Value, string Recorded);
}

namespace ChangeRelease.Domain.Foundation;

/// <summary>The name and type of a fact of the host's own: what its requirements read beside what the library knows.</summary>
/// <typeparam name="T">The fact's type; an immutable value, so that a decision can be repeated (S-2).</typeparam>
public sealed class FactKey<T>
{
    /// <summary>Names a fact.</summary>
    /// <param name="name">The name; see <see cref="Identifier"/> for what a name may hold.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a name.</exception>
    public FactKey(string name) =>
        Name = Identifier.Problem(name) is { } problem ? throw new ArgumentException($"A fact's name {problem}.", nameof(name)) : name;

    /// <summary>The name, compared ordinally.</summary>
    public string Name { get; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}

using System.Collections.Immutable;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Collects vocabularies.</summary>
public static class Vocabulary
{
    /// <summary>Everything that lifecycles written in code use: their requirements, selectors, and the definitions they exit to or derive from.</summary>
    /// <typeparam name="TAttempt">What their requirements judge.</typeparam>
    /// <param name="lifecycles">The lifecycles.</param>
    /// <returns>The vocabulary, by which a document of each can be read.</returns>
    /// <exception cref="ArgumentException">They use two different things under one name.</exception>
    public static Vocabulary<TAttempt> Of<TAttempt>(params ReadOnlySpan<Lifecycle<TAttempt>> lifecycles)
    {
        var vocabulary = Vocabulary<TAttempt>.Empty;
        foreach (var lifecycle in lifecycles)
        {
            ArgumentNullException.ThrowIfNull(lifecycle, nameof(lifecycles));
            vocabulary = vocabulary.WithAllOf(lifecycle);
        }

        return vocabulary;
    }
}

/// <summary>The words that documents of lifecycles may use, each with what it stands for (S-4).</summary>
/// <remarks>It is immutable: each verb gives a new one.</remarks>
/// <typeparam name="TAttempt">What requirements judge.</typeparam>
public sealed class Vocabulary<TAttempt>
{
    private ImmutableSortedDictionary<string, RequirementTemplate<TAttempt>> _templates = ImmutableSortedDictionary.Create<string, RequirementTemplate<TAttempt>>(StringComparer.Ordinal);
    private ImmutableDictionary<RequirementRef, Requirement<TAttempt>> _requirements = ImmutableDictionary<RequirementRef, Requirement<TAttempt>>.Empty;
    private ImmutableSortedDictionary<string, object> _selectors = ImmutableSortedDictionary.Create<string, object>(StringComparer.Ordinal);
    private ImmutableSortedDictionary<(string Id, int Version), Lifecycle<TAttempt>> _lifecycles = ImmutableSortedDictionary.Create<(string, int), Lifecycle<TAttempt>>(
        Comparer<(string Id, int Version)>.Create((one, other) => string.CompareOrdinal(one.Id, other.Id) is var order and not 0 ? order : one.Version.CompareTo(other.Version)));

    private Vocabulary()
    {
    }

    /// <summary>The vocabulary without words.</summary>
    public static Vocabulary<TAttempt> Empty { get; } = new();

    /// <summary>The codes of requirements and templates, in ordinal order.</summary>
    public ValueList<string> Codes => _requirements.Keys.Select(known => known.Code).Concat(_templates.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();

    /// <summary>The names of selectors, those of origins among them, in ordinal order.</summary>
    public ValueList<string> Selectors => _selectors.Keys.ToValueList();

    /// <summary>The definitions that exits may lead into and documents may be derived from.</summary>
    public ValueList<LifecycleRef> Lifecycles => _lifecycles.Values.Select(known => known.Reference).ToValueList();

    /// <summary>These words and further requirements, with everything they wait for.</summary>
    /// <param name="requirements">The requirements, each known by its code.</param>
    /// <returns>A new vocabulary.</returns>
    /// <exception cref="ArgumentException">Another one is known by the code.</exception>
    public Vocabulary<TAttempt> With(params IEnumerable<Requirement<TAttempt>> requirements)
    {
        ArgumentNullException.ThrowIfNull(requirements);
        return requirements.Aggregate(this, (words, requirement) => words.Add(requirement));
    }

    /// <summary>These words and further templates of requirements.</summary>
    /// <param name="templates">The templates, each known by its code.</param>
    /// <returns>A new vocabulary.</returns>
    /// <exception cref="ArgumentException">Something else is known by the code.</exception>
    public Vocabulary<TAttempt> With(params IEnumerable<RequirementTemplate<TAttempt>> templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        return templates.Aggregate(this, (words, template) => words.Add(template));
    }

    /// <summary>These words and further selectors.</summary>
    /// <param name="selectors">The selectors, each known by its name.</param>
    /// <returns>A new vocabulary.</returns>
    /// <exception cref="ArgumentException">Another selector is known by the name.</exception>
    public Vocabulary<TAttempt> With(params IEnumerable<Selector<TAttempt>> selectors)
    {
        ArgumentNullException.ThrowIfNull(selectors);
        return selectors.Aggregate(this, (words, selector) => words.Add(selector.Name, selector));
    }

    /// <summary>These words and further questions where a subject came from.</summary>
    /// <param name="origins">The questions, each known by its name.</param>
    /// <returns>A new vocabulary.</returns>
    /// <exception cref="ArgumentException">Another selector is known by the name.</exception>
    public Vocabulary<TAttempt> With(params IEnumerable<OriginSelector<TAttempt>> origins)
    {
        ArgumentNullException.ThrowIfNull(origins);
        return origins.Aggregate(this, (words, origin) => words.Add(origin.Name, origin));
    }

    /// <summary>These words and further definitions, which exits may lead into and documents may be derived from.</summary>
    /// <param name="lifecycles">The definitions, each known by its id and version.</param>
    /// <returns>A new vocabulary.</returns>
    /// <exception cref="ArgumentException">A definition with another hash is known by the id and version.</exception>
    public Vocabulary<TAttempt> With(params IEnumerable<Lifecycle<TAttempt>> lifecycles)
    {
        ArgumentNullException.ThrowIfNull(lifecycles);
        return lifecycles.Aggregate(this, (words, lifecycle) => words.Add(lifecycle));
    }

    /// <summary>These words and those of another vocabulary.</summary>
    /// <param name="other">The other vocabulary.</param>
    /// <returns>A new vocabulary.</returns>
    /// <exception cref="ArgumentException">They know two different things by one name.</exception>
    public Vocabulary<TAttempt> With(Vocabulary<TAttempt> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var both = With(other._templates.Values).With(other._requirements.Values).With(other._lifecycles.Values);
        return other._selectors.Aggregate(both, (words, known) => words.Add(known.Key, known.Value));
    }

    internal RequirementTemplate<TAttempt>? Template(string code) => _templates.GetValueOrDefault(code);

    internal Requirement<TAttempt>? Requirement(RequirementRef named) => _requirements.GetValueOrDefault(named);

    internal object? Selector(string name) => _selectors.GetValueOrDefault(name);

    internal Lifecycle<TAttempt>? Lifecycle(string id, int version) => _lifecycles.GetValueOrDefault((id, version));

    internal Vocabulary<TAttempt> WithAllOf(Lifecycle<TAttempt> lifecycle)
    {
        var rows = lifecycle.Table.Rows;
        return With(rows.SelectMany(row => row.Requirements).Distinct())
            .With(rows.Where(row => row.Origin is null).Select(row => row.Selector).OfType<Selector<TAttempt>>().Distinct())
            .With(rows.Select(row => row.Origin).OfType<OriginSelector<TAttempt>>().Distinct())
            .With(lifecycle.Elsewhere)
            .With(lifecycle.Table.Parent is { } parent ? [parent] : (IEnumerable<Lifecycle<TAttempt>>)[]);
    }

    // Left at once when known: prerequisites that are shared in layers would else be walked along every path.
    private Vocabulary<TAttempt> Add(Requirement<TAttempt> requirement)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        if (_requirements.TryGetValue(requirement.Reference, out var known))
        {
            return known.Equals(requirement) ? this : throw Twins("requirements", requirement.Reference.ToString(), known.Sentence, requirement.Sentence);
        }

        var words = With(requirement.WaitsFor);
        words = requirement.Template is { } template ? words.Add(template) : words;
        if (requirement.Template is null && words._templates.TryGetValue(requirement.Code, out var other))
        {
            throw Twins("requirements", requirement.Code, other.ToString(), requirement.Sentence);
        }

        return words.Copy(copy => copy._requirements = words._requirements.Add(requirement.Reference, requirement));
    }

    private Vocabulary<TAttempt> Add(RequirementTemplate<TAttempt> template)
    {
        ArgumentNullException.ThrowIfNull(template);
        if (_templates.TryGetValue(template.Code, out var known))
        {
            return ReferenceEquals(known, template) ? this : throw Twins("templates", template.Code, known.ToString(), template.ToString());
        }

        var twin = _requirements.Values.FirstOrDefault(other => string.Equals(other.Code, template.Code, StringComparison.Ordinal) && !ReferenceEquals(other.Template, template));
        return twin is null
            ? Copy(copy => copy._templates = _templates.Add(template.Code, template))
            : throw Twins("requirements", template.Code, twin.Sentence, template.ToString());
    }

    private Vocabulary<TAttempt> Add(string name, object selector) => _selectors.TryGetValue(name, out var known)
        ? ReferenceEquals(known, selector) ? this : throw Twins("selectors", name, Described(known), Described(selector))
        : Copy(copy => copy._selectors = _selectors.Add(name, selector));

    private Vocabulary<TAttempt> Add(Lifecycle<TAttempt> lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        var reference = lifecycle.Reference;
        if (_lifecycles.TryGetValue((reference.Id, reference.Version), out var known))
        {
            return known.Reference == reference ? this : throw Twins("lifecycles", reference.Id, known.Reference.ToString(), reference.ToString());
        }

        return Copy(copy => copy._lifecycles = _lifecycles.Add((reference.Id, reference.Version), lifecycle));
    }

    private Vocabulary<TAttempt> Copy(Action<Vocabulary<TAttempt>> change)
    {
        var copy = (Vocabulary<TAttempt>)MemberwiseClone();
        change(copy);
        return copy;
    }

    private static string Described(object selector) => selector is Selector<TAttempt> { Cases: var cases } ? $"cases {cases}" : "where the subject came from";

    private static ArgumentException Twins(string what, string name, string one, string other) =>
        new($"Two different {what} are called '{name}': '{one}' and '{other}'. Give each a name of its own.");
}

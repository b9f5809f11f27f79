using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A definition and those that its exits lead to, directly or on the way: what a policy is proved about (S-12).</summary>
public sealed class LifecycleFamily
{
    private LifecycleFamily(ValueList<LifecycleDescription> definitions, ValueList<LifecycleRef> missing)
    {
        (Definitions, Missing) = (definitions, missing);
        Ground = new Ground(definitions.Select(definition => new IndexedTable(definition)).ToList());
    }

    /// <summary>The definition where lives begin, and then the others in the order in which exits name them.</summary>
    public ValueList<LifecycleDescription> Definitions { get; }

    /// <summary>The definitions that exits lead to and that are not given: what happens there is not known.</summary>
    public ValueList<LifecycleRef> Missing { get; }

    internal Ground Ground { get; }

    /// <summary>A definition and those of the others that its exits lead to.</summary>
    /// <param name="definition">Where lives begin.</param>
    /// <param name="elsewhere">Other definitions; an exit finds its own by name, version and hash.</param>
    /// <returns>The family.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static LifecycleFamily Of(LifecycleDescription definition, params IEnumerable<LifecycleDescription> elsewhere)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(elsewhere);
        var given = elsewhere.DistinctBy(other => other.ToReference()).ToDictionary(other => other.ToReference());
        var found = new List<LifecycleDescription> { definition };
        var named = new HashSet<LifecycleRef> { definition.ToReference() };
        var missing = new List<LifecycleRef>();
        for (var at = 0; at < found.Count; at++)
        {
            foreach (var exit in ExitsOf(found[at]).Where(named.Add))
            {
                if (given.TryGetValue(exit, out var other))
                {
                    found.Add(other);
                }
                else
                {
                    missing.Add(exit);
                }
            }
        }

        return new LifecycleFamily(found.ToValueList(), missing.ToValueList());
    }

    /// <summary>A lifecycle and those that its exits lead to.</summary>
    /// <typeparam name="TAttempt">What its requirements judge.</typeparam>
    /// <param name="lifecycle">Where lives begin.</param>
    /// <returns>The family; nothing is missing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lifecycle"/> is null.</exception>
    public static LifecycleFamily Of<TAttempt>(Lifecycle<TAttempt> lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        var found = new List<Lifecycle<TAttempt>> { lifecycle };
        var known = new HashSet<LifecycleRef> { lifecycle.Reference };
        for (var at = 0; at < found.Count; at++)
        {
            found.AddRange(found[at].Elsewhere.Where(other => known.Add(other.Reference)));
        }

        return Of(lifecycle.Description, found.Skip(1).Select(other => other.Description));
    }

    /// <summary>The definitions, the one where lives begin first.</summary>
    /// <returns>For example <c>pre-approved@1, normal@1</c>.</returns>
    public override string ToString() => string.Join(", ", Definitions.Select(definition => TraceMove.Name(definition.Id, definition.Version)));

    private static IEnumerable<LifecycleRef> ExitsOf(LifecycleDescription definition) =>
        definition.Transitions.SelectMany(row => row.Outcomes).Select(outcome => outcome.Exit).OfType<LifecycleRef>();
}

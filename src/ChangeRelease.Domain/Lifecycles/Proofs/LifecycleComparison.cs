namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Says of two definitions whether one is at least as strict as the other, or as strict (S-12).</summary>
/// <remarks>
/// <para>Both begin their lives together. Whatever the stricter one may do, the other must be able to do too, asking for no requirement that the
/// stricter one does not ask for; a trigger that the other definition does not know leaves it where it is. Then, wherever they arrive together:</para>
/// <list type="bullet">
/// <item>the stricter one is in no later phase than the other, though it may lag behind;</item>
/// <item>it is put aside when the other is. It may be aside alone: it does nothing there, and what it does afterwards is compared again;</item>
/// <item>when it ends, the other ends, and in the same state if the other has that state at all.</item>
/// </list>
/// <para>Answers of the same selector are the same answers. Rows with different questions, or of which only one has a question, may answer in any
/// combination, and all must be in order. Rows that lead back follow each its own memory of where the subject came from. An exit is
/// matched by an exit into the same state of the same definition, hash included, which counts as coming from the same states.</para>
/// <para>What is compared is transitions, requirements, phases and ends. States may have other names; parameters and side doors do not count.
/// Pairs of states are looked at each once: for a derived definition about as many as it has states, at worst the product of both.</para>
/// </remarks>
public static class LifecycleComparison
{
    /// <summary>Whether nothing is possible under one definition that is not possible, with the same requirements or fewer, under another.</summary>
    /// <param name="stricter">The definition that is claimed to be at least as strict.</param>
    /// <param name="than">The definition it is compared with.</param>
    /// <returns>A yes, or a shortest way to the difference.</returns>
    public static Comparison AtLeastAsStrict(LifecycleDescription stricter, LifecycleDescription than)
    {
        ArgumentNullException.ThrowIfNull(stricter);
        ArgumentNullException.ThrowIfNull(than);
        return Compare(stricter, than, "is at least as strict as", mayAddTriggers: true);
    }

    /// <summary>Whether each of two definitions allows what the other allows, with the same requirements, trigger for trigger.</summary>
    /// <param name="one">A definition.</param>
    /// <param name="other">Another.</param>
    /// <returns>A yes, or a shortest way to a difference: to where <paramref name="one"/> is laxer, unless the other way is shorter.</returns>
    public static Comparison Equivalent(LifecycleDescription one, LifecycleDescription other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var there = Compare(one, other, "allows exactly what is allowed by", mayAddTriggers: false);
        var back = Compare(other, one, "allows exactly what is allowed by", mayAddTriggers: false);
        return there.Holds || (!back.Holds && back.Moves.Count < there.Moves.Count) ? back : there;
    }

    private static Comparison Compare(LifecycleDescription stricter, LifecycleDescription than, string relation, bool mayAddTriggers)
    {
        var (first, second) = (new IndexedTable(stricter), new IndexedTable(than));
        var claim = $"{TraceMove.Name(first.Reference)} {relation} {TraceMove.Name(second.Reference)}.";
        return new JointWalk(first, second, claim, mayAddTriggers).Compare();
    }
}

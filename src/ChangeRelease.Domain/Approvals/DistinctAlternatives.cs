using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>The combinations of people and roles that satisfy an expression, so that each can be decided by matching.</summary>
internal static class DistinctAlternatives
{
    /// <exception cref="ArgumentException">There are too many, or a veto is among them.</exception>
    public static ValueList<ValueList<ApprovalExpression>> Of(ApprovalExpression expression) =>
        Expand(expression).Select(parts => parts.ToValueList()).Distinct().ToValueList();

    private static List<ApprovalExpression[]> Expand(ApprovalExpression expression) => expression switch
    {
        Vetoed => throw new ArgumentException("A veto stands around what different people approve, not within."),
        AnyOf any => Bounded(any.Of.SelectMany(Expand)),
        AtLeast { Count: var count, Of: var of } => Bounded(Choices(of.Count, count).SelectMany(chosen => All(chosen.Select(place => of[place])))),
        AllOf or InSequence or Distinct => All(expression.Inner),
        _ => [[expression]],
    };

    private static List<ApprovalExpression[]> All(IEnumerable<ApprovalExpression> parts)
    {
        List<ApprovalExpression[]> product = [[]];
        foreach (var part in parts)
        {
            var alternatives = Expand(part);
            product = Bounded(product.SelectMany(_ => alternatives, (so, more) => (ApprovalExpression[])[.. so, .. more]));
        }

        return product;
    }

    private static List<ApprovalExpression[]> Bounded(IEnumerable<ApprovalExpression[]> alternatives)
    {
        var some = alternatives.Take(Distinct.MostAlternatives + 1).ToList();
        return some.Count <= Distinct.MostAlternatives
            ? some
            : throw new ArgumentException(FormattableString.Invariant($"More than {Distinct.MostAlternatives} combinations of people satisfy this; different people are matched for each. Wrap a smaller part."));
    }

    private static IEnumerable<IEnumerable<int>> Choices(int count, int chosen) => chosen == 0
        ? [[]]
        : Enumerable.Range(0, count).SelectMany(last => last + 1 >= chosen ? Choices(last, chosen - 1).Select(before => before.Append(last)) : []);
}

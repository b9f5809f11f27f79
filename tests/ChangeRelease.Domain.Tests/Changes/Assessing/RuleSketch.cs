using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Changes.Assessing;

/// <summary>Random rule tables over a small world, and every change of that world: what the search is held against.</summary>
internal static class RuleSketch
{
    private const int MostNumber = 2;

    private static readonly string[] Services = ["a", "b"];
    private static readonly string[] Environments = ["x", "y"];
    private static readonly string[] Models = ["m", "n"];

    public static readonly Question[] Questions = [new("size", "How large?", ["small", "middling", "large"]), Question.YesOrNo("rehearsed", "Rehearsed?")];

    /// <summary>Every change of the world: services and environments it names and others, up to more services than any number named.</summary>
    public static IReadOnlyList<RuleCase> World { get; } =
    [
        .. from services in Subsets(Services)
           from others in Enumerable.Range(0, MostNumber + 2)
           from environments in Subsets([.. Environments, "z"])
           from model in Models.Append("o")
           from size in Questions[0].Choices
           from rehearsed in Questions[1].Choices
           select new RuleCase(
               [.. services.Concat(Enumerable.Range(0, others).Select(other => $"other {other}")).Select(service => new ServiceId(service))],
               [.. environments.Select(environment => new EnvironmentId(environment))],
               model,
               [new("size", size), new("rehearsed", rehearsed)]),
    ];

    public static RuleTable Table(Random random) => new(
        random.Next(2) == 0 ? RuleMatching.First : RuleMatching.All,
        Enumerable.Range(0, random.Next(1, 8)).Select(row => Row(random, row)).ToValueList(),
        random.Next(2) == 0 ? Grade.Low : null);

    /// <summary>Whether a row matches, said again without the library's conditions.</summary>
    public static bool Matches(RiskRule row, RuleCase at) => row.When.All(condition => condition switch
    {
        AffectsService it => it.AnyOf.Intersect(at.Services).Any(),
        AffectsOnlyServices it => !at.Services.Except(it.Among).Any(),
        MadeInEnvironment it => it.AnyOf.Intersect(at.Environments).Any(),
        MadeOnlyInEnvironments it => !at.Environments.Except(it.Among).Any(),
        UnderModel it => it.AnyOf.Any(model => model == at.Model),
        ServiceCount it => Enumerable.Range(it.AtLeast, (it.AtMost ?? 1_000) - it.AtLeast + 1).Contains(at.ServiceCount),
        Answered it => at.Answers.Any(answer => answer.Question == it.Question && it.AnyOf.Any(choice => choice == answer.Choice)),
        _ => throw new ArgumentOutOfRangeException(nameof(row), condition, "There is no such condition."),
    });

    private static RiskRule Row(Random random, int row) => new(
        $"row {row}",
        (Grade)random.Next(4),
        "so",
        Enumerable.Range(0, random.Next(random.Next(2) + 1, 4)).Select(_ => Condition(random)).ToValueList());

    private static RuleCondition Condition(Random random) => random.Next(12) switch
    {
        0 => new AffectsService([.. Some(random, Services).Select(name => new ServiceId(name))]),
        1 => new AffectsOnlyServices([.. Some(random, Services).Select(name => new ServiceId(name))]),
        2 => new MadeInEnvironment([.. Some(random, Environments).Select(name => new EnvironmentId(name))]),
        3 => new MadeOnlyInEnvironments([.. Some(random, Environments).Select(name => new EnvironmentId(name))]),
        4 => new UnderModel([.. Some(random, Models)]),
        5 or 6 => Number(random),
        7 => new Answered("size", [.. Some(random, [.. Questions[0].Choices])]),
        _ => new Answered("rehearsed", [.. Some(random, [.. Questions[1].Choices])]),
    };

    private static ServiceCount Number(Random random)
    {
        var least = random.Next(MostNumber + 1);
        return new ServiceCount(least, random.Next(2) == 0 ? null : random.Next(least, MostNumber + 1));
    }

    private static IEnumerable<string> Some(Random random, string[] names)
    {
        var first = random.Next(names.Length);
        return names.Where((_, at) => at == first || random.Next(3) == 0);
    }

    private static IEnumerable<string[]> Subsets(string[] names) =>
        Enumerable.Range(0, 1 << names.Length).Select(bits => names.Where((_, at) => (bits >> at & 1) == 1).ToArray());
}

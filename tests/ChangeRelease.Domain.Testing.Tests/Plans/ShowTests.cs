namespace ChangeRelease.Domain.Testing.Tests.Plans;

public sealed class Show(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void Run()
    {
        var seed = long.Parse(Environment.GetEnvironmentVariable("SHOW") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var problem = Environment.GetEnvironmentVariable("MEDIUM") is null ? RandomProblems.Small(seed) : RandomProblems.Medium(seed);
        var draft = problem.Problem.Draft;
        output.WriteLine(problem.ToString());
        output.WriteLine(draft.Objective.ToString());
        foreach (var item in draft.Items)
        {
            output.WriteLine($"{item.Id} {item.Effort} demands {item.Demands} times {item.Times} nb {item.NotBefore} due {item.Due} dl {item.Deadline} fixed {item.Fixed} pref {item.Preferred} prio {item.Priority} w {item.Weight} r {item.Risk} move {item.MayMove} cls {item.Classes}");
        }

        output.WriteLine(string.Join("\n", draft.Items.SelectMany(item => item.Times).Concat(draft.Resources.SelectMany(one => one.Times)).Distinct().Select(times => $"{times}: {times.OpenWithin(draft.Horizon)}")));
        output.WriteLine(string.Join("\n", draft.Resources.Select(one => $"{one}")));
        output.WriteLine(string.Join("\n", draft.Precedences.Select(one => $"{one} {one.Kind} {one.AtLeast} {one.AtMost}")));
        output.WriteLine(string.Join("\n", draft.Exclusions));
        output.WriteLine(string.Join("\n", draft.Limits));
        output.WriteLine(string.Join("\n", draft.Closures));
        output.WriteLine(string.Join("\n", draft.Rules.Select(one => one.Name)));
    }
}

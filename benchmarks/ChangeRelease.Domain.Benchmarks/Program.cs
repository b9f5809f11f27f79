using BenchmarkDotNet.Running;
using ChangeRelease.Domain.Benchmarks.Approvals;
using ChangeRelease.Domain.Benchmarks.Build;
using ChangeRelease.Domain.Benchmarks.F1;
using ChangeRelease.Domain.Benchmarks.F2;
using ChangeRelease.Domain.Benchmarks.F3;
using ChangeRelease.Domain.Benchmarks.F4;
using ChangeRelease.Domain.Benchmarks.F5;
using ChangeRelease.Domain.Benchmarks.F6;
using ChangeRelease.Domain.Benchmarks.F7;
using ChangeRelease.Domain.Benchmarks.F8;
using ChangeRelease.Domain.Benchmarks.F9;
using ChangeRelease.Domain.Corpora;

namespace ChangeRelease.Domain.Benchmarks;

/// <summary>Runs figures of the goals, or BenchmarkDotNet over all of them.</summary>
internal static class Program
{
    private const string Usage = "f1 f2 f3 f4 f5 f6 f7 f9 build approvals  product and peers in turn, ratios beside their goals; one figure or several\nf8 FILE.json --seconds S [--seed K] [--every N]  published projects, planned by the product and by CP-SAT\n" + CpSatComparison.Usage + "\nbdn [...]                    BenchmarkDotNet, with its own arguments";

    private static readonly Dictionary<string, Func<Figure>> Figures = new(StringComparer.Ordinal)
    {
        ["f1"] = DecisionFigure.Measure,
        ["f2"] = AskingFigure.Measure,
        ["f3"] = NextSlotFigure.Measure,
        ["f4"] = ExpansionFigure.Measure,
        ["f5"] = ConflictFigure.Measure,
        ["f6"] = AppendFigure.Measure,
        ["f7"] = HistoryFigure.Measure,
        ["f9"] = PortfolioFigure.Measure,
        ["build"] = BuildFigure.Measure,
        ["approvals"] = ApprovalFigure.Measure,
    };

    public static int Main(string[] arguments) => arguments switch
    {
        ["bdn", .. var rest] => RunBenchmarkDotNet(rest),
        ["f8", .. var rest] when RcpspOptions.Read(rest) is { Seconds: not null } options => ProjectsBesideCpSat.Run(options, Console.Out),
        ["f9-cp-sat", .. var rest] when CpSatComparison.Read(rest) is { } comparison => Report.Print(comparison.Measure(), Console.Out),
        [_, ..] when Array.TrueForAll(arguments, Figures.ContainsKey) => arguments.Max(name => Report.Print(Figures[name](), Console.Out)),
        _ => Explain(),
    };

    private static int RunBenchmarkDotNet(string[] arguments)
    {
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments.Length > 0 ? arguments : ["--filter", "*"]);
        return 0;
    }

    private static int Explain()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }
}

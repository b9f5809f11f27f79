using BenchmarkDotNet.Running;
using ChangeRelease.Domain.Benchmarks.F1;

namespace ChangeRelease.Domain.Benchmarks;

/// <summary>Runs one figure of the goals, or BenchmarkDotNet over all of them.</summary>
internal static class Program
{
    private const string Usage = "f1         product and peers in turn, ratios beside their goals\nbdn [...]  BenchmarkDotNet, with its own arguments";

    public static int Main(string[] arguments) => arguments switch
    {
        ["f1"] => Report.Print(DecisionFigure.Measure(), Console.Out),
        ["bdn", .. var rest] => RunBenchmarkDotNet(rest),
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

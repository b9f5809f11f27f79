using BenchmarkDotNet.Attributes;

namespace ChangeRelease.Domain.Benchmarks.F1;

/// <summary>F1 for BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private const int From = 5;

    /// <summary>A yes: machine, two requirements, event.</summary>
    /// <returns>The decision.</returns>
    [Benchmark]
    public object Accepted() => TwelveStates.Decide(TwelveStates.States[From], TwelveStates.Ready);

    /// <summary>A machine that all share, its state outside.</summary>
    /// <returns>What happened.</returns>
    [Benchmark(Baseline = true)]
    public object StatelessShared() => StatelessPeers.OnShared(From, TwelveStates.Ready);

    /// <summary>A machine built for one decision.</summary>
    /// <returns>What happened.</returns>
    [Benchmark]
    public object StatelessFresh() => StatelessPeers.Fresh(From, TwelveStates.Ready);

    /// <summary>A no with both reasons.</summary>
    /// <returns>The decision.</returns>
    [Benchmark]
    public object Refused() => TwelveStates.Decide(TwelveStates.States[From], TwelveStates.Unready);

    /// <summary>A no as Stateless says it.</summary>
    /// <returns>The exception's text.</returns>
    [Benchmark]
    public object? StatelessDenial() => StatelessPeers.Denial(From, TwelveStates.Unready);
}

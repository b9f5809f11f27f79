using ChangeRelease.Domain.Benchmarks.F1;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Benchmarks.F2;

/// <summary>What a subject keeps of its lifecycle: where it is, and under which definition; found by making a million of them.</summary>
internal static class EntityMemory
{
    private const int Entities = 1_000_000;

    /// <summary>Bytes that one takes beyond its own data.</summary>
    public static double BytesOfState()
    {
        var (state, reference) = (TwelveStates.Lifecycle.Description.Start, TwelveStates.Lifecycle.Reference);
        return BytesOf(number => new Living(number, "change", state, reference)) - BytesOf(number => new Data(number, "change"));
    }

    private static double BytesOf<T>(Func<long, T> make)
        where T : class
    {
        var all = new T[Entities];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var at = 0; at < Entities; at++)
        {
            all[at] = make(at);
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(all);
        return bytes / (double)Entities;
    }

    private sealed record Data(long Number, string Title);

    private sealed record Living(long Number, string Title, State State, LifecycleRef Lifecycle);
}

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>Counts what comes by at the ports, and breaks one call: before it is done, after it is done, or by ending the caller's attempt.</summary>
/// <param name="breaksAt">Which call, from 1 on; 0 breaks none.</param>
/// <param name="way">How.</param>
internal sealed class Breakage(int breaksAt, BreakWay way) : IDisposable
{
    private readonly CancellationTokenSource _ending = new();

    public List<string> Calls { get; } = [];

    public bool HasBroken { get; private set; }

    public CancellationToken Ending => _ending.Token;

    /// <summary>A call begins; says which one it is.</summary>
    public int Come(string what)
    {
        Calls.Add(what);
        if (Calls.Count == breaksAt && way != BreakWay.After)
        {
            HasBroken = true;
            Break();
        }

        return Calls.Count;
    }

    /// <summary>A call is done, and its answer is on the way.</summary>
    public void Go(int call)
    {
        if (call > 0 && call == breaksAt && way == BreakWay.After)
        {
            HasBroken = true;
            throw new IOException("The connection broke.");
        }
    }

    public void Dispose() => _ending.Dispose();

    private void Break()
    {
        if (way == BreakWay.Before)
        {
            throw new IOException("The connection broke.");
        }

        _ending.Cancel();
    }
}

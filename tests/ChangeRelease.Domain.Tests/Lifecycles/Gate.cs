namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>Holds one thread in the middle of its work until another one has done something.</summary>
internal sealed class Gate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ManualResetEventSlim _reached = new();
    private readonly ManualResetEventSlim _open = new();

    /// <summary>Says that the gate is reached, and waits until it is open.</summary>
    public bool Pass()
    {
        _reached.Set();
        return _open.Wait(Patience);
    }

    /// <summary>Does one thing on a thread of its own, and another while the first one stands at the gate.</summary>
    public void While(Action held, Action meanwhile)
    {
        var thread = new Thread(() => held());
        thread.Start();
        try
        {
            _reached.Wait(Patience).Should().BeTrue();
            meanwhile();
        }
        finally
        {
            _open.Set();
            thread.Join();
        }
    }

    public void Dispose()
    {
        _reached.Dispose();
        _open.Dispose();
    }
}

namespace ChangeRelease.Domain.Fuzz;

/// <summary>A reader and its writer do not agree.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message)
{
    public static void Unless(bool holds, string what)
    {
        if (!holds)
        {
            throw new BrokenPromiseException(what);
        }
    }
}

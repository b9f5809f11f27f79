namespace ChangeRelease.Domain.Testing;

/// <summary>A store did what it should not have done: how a check ends that finds it.</summary>
internal sealed class Misdeed(string did, string due, Exception? cause = null) : Exception($"{did} {due}", cause)
{
    public string Did => did;

    public string Due => due;

    public static Misdeed Threw(Exception thrown, string due) => new($"It threw {thrown.GetType().Name}: {FirstLine(thrown.Message)}", due, thrown);

    /// <summary>Demands an answer.</summary>
    /// <exception cref="Misdeed">It is another one.</exception>
    public static void Unless<T>(T answer, T due, string call)
        where T : class, IEquatable<T>
    {
        if (!due.Equals(answer))
        {
            throw new Misdeed($"It answered {answer} to: {call}.", $"It should have answered {due}.");
        }
    }

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd('\r');
}

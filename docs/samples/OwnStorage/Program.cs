namespace OwnStorage;

/// <summary>Shows a store of one's own; says by its exit code whether it is as told.</summary>
internal static class Program
{
    public static async Task<int> Main() => await Tour.RunAsync(Console.Out) ? 0 : 1;
}

/// The least a Java program can do.
public final class HelloWorld {
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
